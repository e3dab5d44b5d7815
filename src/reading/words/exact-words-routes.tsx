import { Hono } from 'hono';
import { page, speaks } from '#http/answers.ts';
import { memorialPath } from '#memorials/paths.ts';
import { ExactWordsPage } from '#reading/words/exact-words-page.tsx';
import { readPublicPiece } from '#reading/words/public-piece.ts';
import { ReaderPage } from '#reading/reader-page.tsx';
import { ownPath, type Space } from '#reading/space.tsx';
import type { Site } from '#schema/site.ts';
import { coverOver } from '#tributes/covers/cover.ts';
import { tributeBeneath } from '#tributes/paths.ts';
import { checkBeneath } from '#quotations/paths.ts';
import { passageBeneath, wordsBeneath, wordsJsonBeneath, wordsTextBeneath } from '#words/paths.ts';
import { listReady } from '#words/ready-quotations.ts';
import type { PublicWords } from '#words/public-words.ts';

/** The page of the exact words of each piece that everybody may see: one version in one language, and the way to all others. */
export function exactWordsRoutes(site: Site, space: Space): Hono {
  const { reader } = site.database;
  const routes = new Hono();
  for (const where of space.pages) {
    routes.get(`${where.at}/words/:tribute`, async (c) => {
      const reading = await space.open(c, c.req.param('memorial') ?? '', where.language);
      const piece = await readPublicPiece(reader, reading, c.req.param('tribute'), c.req.query());
      const { say, tribute, words, title } = piece;
      const { memorial, language, pathOf } = reading;
      const pathTo = (childPath: string, one: PublicWords): string =>
        wordsBeneath(childPath, tribute, one.original && one.current ? undefined : one);
      const own = ownPath(c, reading, (childPath) => wordsBeneath(childPath, tribute));
      if (own) return c.redirect(`${own}${new URL(c.req.url).search}`, space.moved);
      const childPath = pathOf(memorial, language);
      const ready = words.original && words.current ? await listReady(reader, tribute.id) : [];
      speaks(c, language, words.language);
      return page(
        c,
        <ReaderPage
          site={site}
          space={space}
          reading={reading}
          say={say}
          title={say('exact.page', { title })}
          beneath={(path) => pathTo(path, words)}
          quotable={(path) => pathTo(path, words)}
        >
          <ExactWordsPage
            say={say}
            language={language}
            zone={memorial.zone || 'UTC'}
            title={title}
            words={words}
            cover={coverOver(tribute.words)}
            all={piece.all}
            ready={ready.filter(({ version }) => version === words.version)}
            pathOf={(one) => pathTo(childPath, one)}
            passagePath={(passage) => passageBeneath(childPath, tribute, words, passage)}
            textPath={words.current ? wordsTextBeneath(memorialPath(memorial), tribute, words) : undefined}
            jsonPath={wordsJsonBeneath(memorialPath(memorial), tribute)}
            checkPath={checkBeneath(childPath)}
            backPath={tributeBeneath(childPath, tribute)}
          />
        </ReaderPage>,
      );
    });
  }
  return routes;
}
