import { Hono } from 'hono';
import { page, speaks } from '#http/answers.ts';
import { NotFound } from '#http/refusals.ts';
import { embedOf } from '#reading/outside/oembed.ts';
import { PassagePage } from '#reading/words/passage-page.tsx';
import { readPublicPiece } from '#reading/words/public-piece.ts';
import { ReaderPage } from '#reading/reader-page.tsx';
import { ownPath, type Space } from '#reading/space.tsx';
import type { Site } from '#schema/site.ts';
import { coverOver } from '#tributes/covers/cover.ts';
import { paragraphsOf } from '#tributes/paragraphs.ts';
import type { Passage } from '#words/passage.ts';
import { cardBeneath, citedBeneath, passageBeneath, wordsBeneath } from '#words/paths.ts';
import { quotationText, sourceLine, sourceOf } from '#words/source.ts';

/** A passage of what everybody may read at an address of its own, with its source, as text and as a card to take along. */
export function passageRoutes(site: Site, space: Space): Hono {
  const { reader } = site.database;
  const routes = new Hono();
  for (const where of space.pages) {
    routes.get(`${where.at}/words/:tribute/passage`, async (c) => {
      const reading = await space.open(c, c.req.param('memorial') ?? '', where.language);
      const piece = await readPublicPiece(reader, reading, c.req.param('tribute'), c.req.query());
      const { say, tribute, words, passage, title, called } = piece;
      const { memorial, language, pathOf } = reading;
      if (!passage) throw new NotFound();
      const own = ownPath(c, reading, (path) => `${wordsBeneath(path, tribute)}/passage`);
      if (own) return c.redirect(`${own}${new URL(c.req.url).search}`, space.moved);
      const beneath = (path: string): string => passageBeneath(path, tribute, words, passage);
      const childPath = pathOf(memorial, language);
      const text = words.text.slice(passage.from, passage.to);
      const source = sourceOf(say, language, { title, called, zone: memorial.zone }, words);
      const cardPath = cardBeneath(childPath, tribute, words, passage);
      speaks(c, language, words.language);
      return page(
        c,
        <ReaderPage
          site={site}
          space={space}
          reading={reading}
          say={say}
          title={say('passage.page', { title })}
          beneath={beneath}
          quotable={beneath}
        >
          <PassagePage
            say={say}
            language={language}
            text={text}
            textLanguage={words.language}
            cover={coverOver(tribute.words)}
            source={source}
            quotation={quotationText(
              text,
              words.language,
              sourceLine(language, source),
              `${site.url}${beneath(childPath)}`,
            )}
            embed={embedOf(site.url, piece).html}
            cardPath={cardPath}
            wordsPath={`${wordsBeneath(childPath, tribute, words)}#paragraph-${paragraphAt(words.text, passage)}`}
            readPath={citedBeneath(childPath, tribute, words)}
          />
        </ReaderPage>,
      );
    });
  }
  return routes;
}

/** The number of the paragraph that a passage begins in. */
const paragraphAt = (text: string, { from }: Passage): number => paragraphsOf(text.slice(0, from)).length;
