import type { Child } from 'hono/jsx';
import { type Filled, untouched } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { languageHere } from '#i18n/spoken.ts';
import { memorialHomePath } from '#memorials/paths.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import type { Gallery } from '#photographs/show.ts';
import { laidOver } from '#tributes/covers/cover.ts';
import type { CoverablePiece } from '#tributes/covers/coverable-piece.ts';
import type { SayLaid } from '#tributes/covers/laid-in-words.ts';
import { directionOfWords } from '#tributes/direction.ts';
import { approvalPath, coverPath } from '#tributes/paths.ts';
import { readAsTitle, titleOf } from '#tributes/title.ts';
import type { LaidCover, Placed } from '#tributes/tribute.ts';
import { Document } from '#ui/document.tsx';
import { FormKey, TextArea } from '#ui/fields.tsx';
import { Photo } from '#ui/photograph.tsx';

type CoverPageProps = {
  say: Say;
  piece: CoverablePiece;
  /** Whose words or photograph it is. */
  writer: string;
  /** The photograph that the cover lies over; nothing for all of the piece. */
  photograph: Placed | undefined;
  gallery: Gallery;
  laidInWords: SayLaid;
  filled?: Filled;
};

/** A cover over what somebody else wrote, or over one photograph of it: its words, and taking it off again. */
export function CoverPage(props: CoverPageProps) {
  const { say, piece, writer, photograph, gallery, laidInWords, filled = untouched } = props;
  const { tribute, memorial, words, covers, isOpen } = piece;
  const one = photograph ? 'photograph' : 'tribute';
  const cover = covers.find(({ photographId }) => photographId === photograph?.photographId);
  const picture = photograph && gallery(photograph.photographId, photograph.alternative);
  const isRefused = filled.errors['words'] !== undefined;
  return (
    <Document title={say(`cover.lay-${one}`)} language={languageHere()} palette={memorial.palette}>
      <main class="stack">
        <Ways {...props} />
        <h1>{say(`cover.lay-${one}`)}</h1>
        <p>
          <bdi {...readAsTitle(words)}>
            {titleOf(say, tribute.kind, words, calledIn(memorial, languageHere()))}
          </bdi>
        </p>
        {cover && (
          <div class="notice" role="status">
            <p>{laidInWords(cover)}</p>
            {isRefused && !cover.off && <Says cover={cover} />}
          </div>
        )}
        {picture && (
          <figure>
            <Photo {...picture} first />
          </figure>
        )}
        <p>{say(isOpen ? 'cover.beside-says' : 'cover.only-off', { name: writer })}</p>
        {isOpen && <Sheet {...props} cover={cover} filled={filled} />}
        {cover && !cover.off && (
          <form
            class="stack"
            method="post"
            action={`${coverPath(tribute, cover.photographId)}?_method=delete`}
          >
            <FormKey />
            <p class="quiet">{say('cover.take-off-says')}</p>
            <div class="acts">
              <button class="act">{say('cover.take-off')}</button>
            </div>
          </form>
        )}
        {!photograph && <Photographs {...props} />}
      </main>
    </Document>
  );
}

/** Back to the piece; from one photograph to the cover over all of it. */
function Ways({ say, piece: { tribute, memorial, isAsked }, photograph }: CoverPageProps) {
  return (
    <nav class="quiet back">
      {photograph ? (
        <a href={coverPath(tribute)}>{say('cover.lay-tribute')}</a>
      ) : (
        <a href={memorialHomePath(memorial)}>{calledIn(memorial, languageHere())}</a>
      )}
      {isAsked && <a href={approvalPath(tribute)}>{say('approval.title')}</a>}
    </nav>
  );
}

function Sheet(props: CoverPageProps & { cover: LaidCover | undefined; filled: Filled }) {
  const { say, piece, photograph, cover, filled } = props;
  const { tribute, memorial } = piece;
  const lies = cover !== undefined && !cover.off;
  return (
    <form class="sheet stack" method="post" action={coverPath(tribute, photograph?.photographId)}>
      <FormKey />
      <input type="hidden" name="seen" value={lies ? cover.laid.at : ''} />
      <TextArea
        name="words"
        label={say('cover.words')}
        hint={say('cover.words-hint', { sentence: say('cover.sentence') })}
        rows={3}
        say={say}
        filled={filled}
        value={cover?.words}
        language={memorial.language}
      />
      {!lies && <p class="quiet">{say('cover.remains')}</p>}
      <div class="row">
        <button class="act first">{say(lies ? 'cover.keep' : 'cover.lay')}</button>
        <a class="act plain" href={memorialHomePath(memorial)}>
          {say('not-now')}
        </a>
      </div>
    </form>
  );
}

/** What another parent wrote on it in the meantime. */
function Says({ cover: { words, language } }: { cover: LaidCover }) {
  return (
    <blockquote lang={language} dir={directionOfWords(language, words)}>
      {words}
    </blockquote>
  );
}

/** The photographs of the piece, each with the way to a cover of its own. */
function Photographs({ say, piece, gallery }: CoverPageProps): Child {
  const { tribute, photographs, covers, isOpen } = piece;
  const shown = photographs.filter(
    ({ photographId }) => isOpen || laidOver(covers, photographId) !== undefined,
  );
  if (shown.length === 0) return null;
  return (
    <section class="part">
      <h2>{say('cover.single')}</h2>
      <ul class="list">
        {shown.map(({ photographId, caption, alternative }) => (
          <li>
            <a class="item pictured" href={coverPath(tribute, photographId)}>
              <img
                class="thumb"
                src={gallery(photographId, alternative)?.src}
                alt={alternative}
                loading="lazy"
              />
              {caption !== '' && <bdi class="what">{caption}</bdi>}
              <span class="means">
                {say(laidOver(covers, photographId) ? 'cover.lies' : 'cover.lay-photograph')}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
