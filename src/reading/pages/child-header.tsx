import type { Language } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import type { SeenSibling } from '#memorials/siblings.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import type { Gallery } from '#photographs/show.ts';
import { Days } from '#reading/pages/days.tsx';
import { KeptFacts } from '#reading/pages/kept-facts.tsx';
import { writtenIn } from '#reading/pages/written-in.ts';
import { Drawing, drawings } from '#ui/drawings.tsx';
import { Photo } from '#ui/photograph.tsx';
import { sizeOfName } from '#ui/size-of-name.ts';

type HeaderProps = {
  say: Say;
  language: Language;
  memorial: Memorial;
  siblings: readonly SeenSibling[];
  gallery: Gallery;
};

/** Who the page is for: the portrait, the names, the days in the family's words, the sentence, what else is kept. */
export function ChildHeader({ say, language, memorial, siblings, gallery }: HeaderProps) {
  const portrait = memorial.portraitId && gallery(memorial.portraitId, memorial.portraitAlternative);
  return (
    <header class="child">
      {portrait ? (
        <Photo {...portrait} first />
      ) : (
        <Drawing
          kind={drawings.find((kind) => kind === memorial.drawing) ?? 'snowdrop'}
          label={say('child.drawing')}
        />
      )}
      <h1 class={sizeOfName(memorial.called || calledIn(memorial, language))}>
        {memorial.called ? (
          <bdi {...writtenIn(memorial, language, memorial.called)}>{memorial.called}</bdi>
        ) : (
          calledIn(memorial, language)
        )}
      </h1>
      {memorial.called !== '' && memorial.pronunciation !== '' && (
        <p class="said">
          <span class="unseen">{say('child.said-label')} </span>
          <bdi>{memorial.pronunciation}</bdi>
        </p>
      )}
      <OtherNames say={say} memorial={memorial} />
      <Days say={say} language={language} memorial={memorial} />
      {memorial.sentence !== '' && (
        <p class="sentence" {...writtenIn(memorial, language, memorial.sentence)}>
          {memorial.sentence}
        </p>
      )}
      <KeptFacts say={say} language={language} memorial={memorial} siblings={siblings} />
    </header>
  );
}

/** Each name in its own script and direction; how one is said stands behind it. */
function OtherNames({ say, memorial }: { say: Say; memorial: Memorial }) {
  if (memorial.names.length === 0) return null;
  return (
    <ul class="names" aria-label={say('child.names')}>
      {memorial.names.map(({ name, pronunciation }) => (
        <li>
          <bdi>{name}</bdi>
          {pronunciation !== '' && (
            <>
              {' '}
              <span class="said">
                <bdi>{pronunciation}</bdi>
              </span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
