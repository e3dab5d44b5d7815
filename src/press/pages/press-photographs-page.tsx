import type { Say } from '#i18n/messages.ts';
import { languageHere } from '#i18n/spoken.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import type { Gallery } from '#photographs/show.ts';
import { readAsTitle, titleOf } from '#tributes/title.ts';
import { Document } from '#ui/document.tsx';
import { pressHomePath, releasePath } from '#press/paths.ts';
import type { Releasable } from '#press/releasable.ts';

type PressPhotographsPageProps = {
  say: Say;
  memorial: Memorial;
  photographs: readonly Releasable[];
  gallery: Gallery;
};

/** The photographs that everybody sees, small, each a way to releasing it or taking it back. */
export function PressPhotographsPage({ say, memorial, photographs, gallery }: PressPhotographsPageProps) {
  return (
    <Document title={say('press.photographs')} language={languageHere()} palette={memorial.palette}>
      <main class="stack">
        <nav class="quiet back">
          <a href={pressHomePath(memorial)}>{say('press.title')}</a>
        </nav>
        <h1>{say('press.photographs')}</h1>
        <p>{say(photographs.length === 0 ? 'press.no-photographs' : 'press.photographs-says')}</p>
        <ul class="list">
          {photographs.map((one) => (
            <Row say={say} memorial={memorial} one={one} gallery={gallery} />
          ))}
        </ul>
      </main>
    </Document>
  );
}

function Row({
  say,
  memorial,
  one,
  gallery,
}: Omit<PressPhotographsPageProps, 'photographs'> & { one: Releasable }) {
  const { piece } = one;
  const called = calledIn(memorial, languageHere());
  const picture = gallery(one.photographId, one.alternative);
  return (
    <li>
      <a class="item pictured" href={releasePath(memorial, one)}>
        {picture && <img class="thumb" src={picture.src} alt={one.alternative} loading="lazy" />}
        <bdi class="what" {...readAsTitle(piece)}>
          {titleOf(say, piece.kind, piece, called)}
        </bdi>
        <span class="means">{say(standing(one))}</span>
      </a>
    </li>
  );
}

function standing({ isOpen, release, own }: Releasable): string {
  if (release) return isOpen ? 'press.is-released' : 'press.is-held';
  return own ? 'press.not-released' : 'press.not-yours';
}
