import { directionOf } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import type { Gallery } from '#photographs/show.ts';
import { coverOver } from '#tributes/covers/cover.ts';
import { Figure } from '#tributes/figure.tsx';
import type { Placed, Words } from '#tributes/tribute.ts';

// A soft idea of each of five hundred photographs would weigh more than the page.
const placeholders = 12;

type AlbumProps = {
  say: Say;
  words: Words;
  gallery: Gallery;
  first?: boolean;
};

/**
 * Photographs in their order and their own proportions, one below the other; two upright ones that follow
 * each other stand side by side where there is room.
 */
export function Album({ say, words, gallery, first = false }: AlbumProps) {
  const { language } = words;
  const shown = words.photographs.filter(({ photographId }) => gallery(photographId, '') !== undefined);
  const wide = widths(shown.map((placed) => stands(words, placed, gallery)));
  return (
    <div class="album" lang={language} dir={directionOf(language)}>
      {shown.map((placed, index) => (
        <Figure
          say={say}
          placed={placed}
          gallery={gallery}
          words={words}
          first={first && index === 0}
          placeholder={index < placeholders}
          wide={wide[index] ?? true}
        />
      ))}
    </div>
  );
}

/** Whether each stands alone on its line: all but two upright ones in a row. */
export function widths(upright: readonly boolean[]): boolean[] {
  const wide = upright.map(() => true);
  for (let at = 0; at + 1 < upright.length; at++) {
    if (!upright[at] || !upright[at + 1]) continue;
    wide[at] = false;
    wide[++at] = false;
  }
  return wide;
}

function stands(words: Words, placed: Placed, gallery: Gallery): boolean {
  const props = gallery(placed.photographId, '');
  return !coverOver(words, placed) && props !== undefined && props.height > props.width;
}
