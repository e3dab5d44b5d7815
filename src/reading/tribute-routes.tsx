import { type Context, Hono } from 'hono';
import { page, speaks } from '#http/answers.ts';
import { NotFound } from '#http/refusals.ts';
import { sayIn } from '#i18n/messages.ts';
import { isSeen } from '#lib/seen.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { alternatesOf, ownAddress } from '#reading/in-languages.ts';
import { outsideOf } from '#reading/outside/outside.ts';
import { Belongs } from '#reading/pages/belongs.tsx';
import { BesidePage } from '#reading/pages/beside-page.tsx';
import { QuoteOffer } from '#reading/words/quote-offer.tsx';
import { TranslatedNote } from '#reading/pages/translated-note.tsx';
import { TributePage } from '#reading/pages/tribute-page.tsx';
import { readTribute } from '#reading/read-tribute.ts';
import { ReaderPage } from '#reading/reader-page.tsx';
import { ownPath, type Space } from '#reading/space.tsx';
import type { Site } from '#schema/site.ts';
import { tributeBeneath } from '#tributes/paths.ts';
import type { Published, Version } from '#tributes/tribute.ts';
import { findTributeAt } from '#tributes/tributes.ts';
import { findEarlier, findVersionFor } from '#tributes/versions/versions.ts';
import { workOf } from '#reading/outside/work.ts';
import { besideTranslation, inLanguage } from '#translations/paths.ts';
import { citedBeneath, passageBeneath, wordsBeneath } from '#words/paths.ts';
import { quotedFrom, sourceLine, sourceOf } from '#words/source.ts';

/** A tribute's pages where one of a space's child pages stands: in its usual language, in another, in two beside each other. */
export function tributeRoutes(site: Site, space: Space, where: Space['pages'][number]): Hono {
  const { reader } = site.database;
  const routes = new Hono();
  routes.get(`${where.at}/:tribute`, (c) => tributePage(c));
  routes.get(`${where.at}/:tribute/in/:language`, (c) => tributePage(c, c.req.param('language')));
  routes.get(`${where.at}/:tribute/beside/:language`, (c) => besidePage(c, c.req.param('language')));
  return routes;

  async function open(c: Context) {
    const reading = await space.open(c, c.req.param('memorial') ?? '', where.language);
    const { viewer, memorial } = reading;
    const tribute = await findTributeAt(reader, viewer, memorial, c.req.param('tribute') ?? '');
    if (!tribute) throw new NotFound();
    return { reading, tribute };
  }

  async function tributePage(c: Context, asked?: string): Promise<Response> {
    const { reading, tribute } = await open(c);
    const { viewer, memorial, language, pathOf } = reading;
    const plain = (path: string): string => tributeBeneath(path, tribute);
    const beneath = (path: string): string =>
      asked === undefined ? plain(path) : inLanguage(plain(path), asked);
    const own = ownPath(c, reading, beneath);
    if (own) return c.redirect(own, space.moved);
    const say = sayIn(language);
    const read = await readTribute(reader, reading, tribute, asked);
    const { words, leadsTo } = read;
    const called = calledIn(memorial, language);
    const childPath = pathOf(memorial, language);
    const gallery = await reading.galleryOf([tribute]);
    // Words that were never for this reader have not changed for them.
    const earlier = await findEarlier(reader, viewer, memorial, tribute);
    const exactly = (child: string): string =>
      words.translated ? inLanguage(plain(child), words.language) : plain(child);
    const { title, ...outside } = outsideOf(say, tribute.kind, words, called);
    speaks(c, language, words.language);
    return page(
      c,
      <ReaderPage
        site={site}
        space={space}
        reading={reading}
        say={say}
        tribute={tribute}
        title={title}
        beneath={beneath}
        quotable={isSeen(words.text) ? exactly : undefined}
        outside={{
          ...outside,
          gallery,
          language: words.language,
          alternates: alternatesOf(reading, plain, read.languages),
          canonical: asked === undefined ? undefined : ownAddress(reading, plain, asked),
          ...(space.prefix === '' && { work: workOf(site.url, memorial, tribute, { words, called }) }),
        }}
      >
        <TributePage
          say={say}
          language={language}
          memorial={memorial}
          kind={tribute.kind}
          words={words}
          firstPublishedAt={tribute.firstPublishedAt}
          changedAt={earlier && tribute.words.publishedAt}
          earlierPath={earlier && space.changesPath(childPath, tribute, earlier.number)}
          exactPath={exactPathOf(space, childPath, tribute, words)}
          gallery={gallery}
          backPath={childPath}
          note={
            <TranslatedNote
              say={say}
              language={language}
              read={read}
              zone={memorial.zone}
              path={plain(childPath)}
              versionPath={(number) => space.versionPath(childPath, tribute, number)}
            />
          }
          belongs={
            <Belongs
              say={say}
              called={called}
              pathOf={(other) => tributeBeneath(childPath, other)}
              tribute={tribute}
              {...leadsTo}
            />
          }
        />
        {space.prefix === '' && isSeen(words.text) && (
          <QuoteOffer
            say={say}
            textLanguage={words.language}
            source={sourceLine(
              language,
              sourceOf(say, language, { title, called, zone: memorial.zone }, quotedFrom(words)),
            )}
            cited={`${site.url}${citedBeneath(childPath, tribute, quotedFrom(words))}`}
            passagePath={passageBeneath(childPath, tribute, quotedFrom(words))}
            wordsPath={exactPathOf(space, childPath, tribute, words)}
          />
        )}
      </ReaderPage>,
    );
  }

  async function besidePage(c: Context, asked: string): Promise<Response> {
    const { reading, tribute } = await open(c);
    const { viewer, memorial, language, pathOf } = reading;
    const beneath = (path: string): string => besideTranslation(tributeBeneath(path, tribute), asked);
    const own = ownPath(c, reading, beneath);
    if (own) return c.redirect(own, space.moved);
    const { words, usual } = await readTribute(reader, reading, tribute, asked);
    const { translated } = words;
    const original = translated && (await findVersionFor(reader, viewer, memorial, tribute, translated.of));
    if (!translated || !original) throw new NotFound();
    const say = sayIn(language);
    const called = calledIn(memorial, language);
    const path = tributeBeneath(pathOf(memorial, language), tribute);
    const { title } = outsideOf(say, tribute.kind, usual === asked ? words : original, called);
    speaks(c, language, original.language, words.language);
    return page(
      c,
      <ReaderPage
        site={site}
        space={space}
        reading={reading}
        say={say}
        title={say('beside.page', { title })}
        beneath={beneath}
      >
        <BesidePage
          say={say}
          language={language}
          kind={tribute.kind}
          called={called}
          original={original}
          words={words}
          path={path}
          versionPath={space.versionPath(pathOf(memorial, language), tribute, translated.of)}
        />
      </ReaderPage>,
    );
  }
}

/** Only what everybody may read is quoted, and only words are. */
function exactPathOf(
  { prefix }: Space,
  childPath: string,
  tribute: Published,
  { text, language, translated }: Version,
): string | undefined {
  if (prefix !== '' || !isSeen(text)) return undefined;
  return wordsBeneath(
    childPath,
    tribute,
    translated && { version: translated.number, language, original: false },
  );
}
