import { Hono } from 'hono';
import { page, speaks } from '#http/answers.ts';
import { letOthersFrame } from '#http/headers.ts';
import { NotFound } from '#http/refusals.ts';
import { interfaceLanguages } from '#i18n/languages.ts';
import { sayIn } from '#i18n/messages.ts';
import { CardPage, EmptyCardPage } from '#reading/words/card-page.tsx';
import { type PublicPiece, readPublicPiece } from '#reading/words/public-piece.ts';
import type { Space } from '#reading/space.tsx';
import type { Site } from '#schema/site.ts';
import { coverOver } from '#tributes/covers/cover.ts';
import { cardText } from '#words/card.ts';
import { citedBeneath } from '#words/paths.ts';
import { sourceOf } from '#words/source.ts';

/** The card of a passage, which pages of others may show in a frame: the only page of the site that they may. */
export function cardRoutes(site: Site, space: Space): Hono {
  const { reader } = site.database;
  const routes = new Hono();
  for (const where of space.pages) {
    routes.get(`${where.at}/words/:tribute/card`, async (c) => {
      const piece = await space
        .open(c, c.req.param('memorial') ?? '', where.language)
        .then((reading) => readPublicPiece(reader, reading, c.req.param('tribute'), c.req.query()))
        .catch(nothing);
      letOthersFrame(c);
      if (piece) {
        speaks(c, piece.reading.language, piece.words.language);
        return page(c, cardOf(piece));
      }
      const language = where.language ?? interfaceLanguages[0];
      return page(c, <EmptyCardPage say={sayIn(language)} language={language} />, 404);
    });
  }
  return routes;
}

function cardOf(piece: PublicPiece) {
  const { reading, say, tribute, words, title, called } = piece;
  const { memorial, language, pathOf } = reading;
  return (
    <CardPage
      say={say}
      language={language}
      palette={memorial.palette}
      title={title}
      text={cardText(piece)}
      textLanguage={words.language}
      cover={coverOver(tribute.words)}
      source={sourceOf(say, language, { title, called, zone: memorial.zone }, words)}
      path={citedBeneath(pathOf(memorial, language), tribute, words)}
    />
  );
}

/** A frame in which nothing is found any more stays a quiet place on the page around it. */
function nothing(error: unknown): undefined {
  if (error instanceof NotFound) return undefined;
  throw error;
}
