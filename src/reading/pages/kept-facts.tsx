import { listFormat } from '#i18n/formats.ts';
import { type Language, localeOf } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import type { SeenSibling } from '#memorials/siblings.ts';
import { writtenIn } from '#reading/pages/written-in.ts';

type KeptFactsProps = {
  say: Say;
  language: Language;
  memorial: Memorial;
  siblings: readonly SeenSibling[];
};

/** What else is kept of a child, in the family's words: what happened, measures, a resting place, siblings. */
export function KeptFacts({ say, language, memorial, siblings }: KeptFactsProps) {
  const { loss, measures, restingPlace } = memorial;
  const theirs = (words: string) => writtenIn(memorial, language, words);
  if (!loss && measures.length === 0 && !restingPlace && siblings.length === 0) return null;
  return (
    <div class="kept">
      {loss !== '' && (
        <p>
          <bdi {...theirs(loss)}>{loss}</bdi>
        </p>
      )}
      {measures.length > 0 && (
        <dl class="measures">
          {measures.map(({ kind, words }) => (
            <div>
              <dt class={kind === 'other' ? 'unseen' : undefined}>{say(`measure.${kind}`)}</dt>{' '}
              <dd>
                <bdi {...theirs(words)}>{words}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {(restingPlace !== '' || siblings.length > 0) && (
        <dl>
          {restingPlace !== '' && (
            <div>
              <dt>{say('child.resting-place')}</dt>
              <dd>
                <bdi {...theirs(restingPlace)}>{restingPlace}</bdi>
              </dd>
            </div>
          )}
          {siblings.length > 0 && (
            <div>
              <dt>{say('child.siblings', { pronouns: memorial.pronouns || 'other' })}</dt>
              <dd>
                <Siblings siblings={siblings} language={language} />
              </dd>
            </div>
          )}
        </dl>
      )}
    </div>
  );
}

/** “Juno, Ada and Ben”, as the language joins names. */
function Siblings({ siblings, language }: Pick<KeptFactsProps, 'siblings' | 'language'>) {
  const list = listFormat(localeOf(language), { type: 'conjunction' });
  let at = 0;
  return (
    <>
      {list
        .formatToParts(siblings.map(({ name }) => name))
        .map(({ type, value }) => (type === 'literal' ? value : <Sibling {...siblings[at++]!} />))}
    </>
  );
}

function Sibling({ name, path }: SeenSibling) {
  return path === undefined ? (
    <bdi>{name}</bdi>
  ) : (
    <a href={path}>
      <bdi>{name}</bdi>
    </a>
  );
}
