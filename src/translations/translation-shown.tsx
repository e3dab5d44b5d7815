import type { Context } from 'hono';
import { page } from '#http/answers.ts';
import { countIn, type Filled, untouched } from '#http/forms.ts';
import { NotFound } from '#http/refusals.ts';
import { sayHere } from '#i18n/spoken.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import type { Reader } from '#schema/database.ts';
import type { Site } from '#schema/site.ts';
import { findVersionFor } from '#tributes/versions/versions.ts';
import { isUnwritten } from '#translations/draft-by-machine.ts';
import { isKept } from '#translations/hand-on.ts';
import { draftAnswers, TranslationPage, type WordsRead } from '#translations/pages/translation-page.tsx';
import { asSeen, type Translating, translationToDecide } from '#translations/translating.ts';
import { textOf, type TranslationVersion } from '#translations/translation.ts';
import { listVersionsOf } from '#translations/translations.ts';

/** Shows a translation to a parent: as it is, or with the form that was refused. */
export function translationShown({ database: { reader }, drafter, now }: Site) {
  return async function show(c: Context<PersonEnv>, filled: Filled): Promise<Response> {
    const found = await translationToDecide(reader, c.var.person, c.req.param('id'));
    const { translation, memorial, original } = found;
    const versions = await listVersionsOf(reader, translation);
    const asked = c.req.query('version');
    const earlier = asked === undefined ? undefined : countIn(asked);
    if (earlier !== undefined && !versions.some(({ number }) => number === earlier)) throw new NotFound();
    return page(
      c,
      <TranslationPage
        say={sayHere}
        palette={memorial.palette}
        zone={memorial.zone || 'UTC'}
        translation={translation}
        read={await wordsToRead(reader, found, versions, earlier)}
        earlier={earlier}
        versions={versions}
        current={original}
        filled={filled}
        isKept={isKept(translation, versions)}
        viewerId={c.var.person.id}
        machine={isUnwritten(translation) ? drafter?.host : undefined}
        drafted={draftAnswers.find((one) => one === c.req.query('draft'))}
        changedSince={c.req.query('changed-since') !== undefined}
        now={now()}
      />,
      filled === untouched ? 200 : 422,
    );
  };
}

/** What is offered; else what was approved last, or the version that is asked for. */
async function wordsToRead(
  db: Reader,
  { translation, tribute, memorial, viewer }: Translating,
  versions: readonly TranslationVersion[],
  number: number | undefined,
): Promise<WordsRead | undefined> {
  const isOffered = translation.offeredAt !== undefined && number === undefined;
  const version = versions.find((one) => one.number === (number ?? translation.version));
  const read = isOffered
    ? { ...translation, text: textOf(translation.paragraphs) }
    : version && withTitle(version);
  // An earlier original may have been for fewer than the one of now.
  const original = read && (await findVersionFor(db, viewer, memorial, tribute, read.ofVersion));
  if (!original) return undefined;
  return { original: await asSeen(db, viewer, memorial, original), text: read.text, around: read.around };
}

const withTitle = (version: TranslationVersion): TranslationVersion => ({
  ...version,
  around: [{ part: 'title', text: version.title }, ...version.around],
});
