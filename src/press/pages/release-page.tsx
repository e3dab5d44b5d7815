import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { languageHere } from '#i18n/spoken.ts';
import type { Memorial } from '#memorials/memorial.ts';
import type { Photograph } from '#photographs/photograph.ts';
import type { Gallery } from '#photographs/show.ts';
import { Document } from '#ui/document.tsx';
import { FormKey, TextArea } from '#ui/fields.tsx';
import { Photo } from '#ui/photograph.tsx';
import { pressPhotographsPath, releasePath } from '#press/paths.ts';
import type { Press } from '#press/press.ts';
import type { Releasable } from '#press/releasable.ts';

type ReleasePageProps = {
  say: Say;
  memorial: Memorial;
  press: Press;
  releasable: Releasable;
  photograph: Photograph;
  gallery: Gallery;
  filled: Filled;
};

/** One photograph: what giving it to the press in full size means, its terms, and taking it back. */
export function ReleasePage(props: ReleasePageProps) {
  const { say, memorial, releasable, photograph, gallery } = props;
  const { release, own, isOpen, alternative } = releasable;
  const picture = gallery(photograph.id, alternative);
  return (
    <Document title={say('press.release-title')} language={languageHere()} palette={memorial.palette}>
      <main>
        <nav class="quiet back">
          <a href={pressPhotographsPath(memorial)}>{say('press.photographs')}</a>
        </nav>
        <h1>{say('press.release-title')}</h1>
        {picture && (
          <figure>
            <Photo {...picture} first />
          </figure>
        )}
        {own && isOpen ? <Sheet {...props} /> : <p>{say(whyNot(releasable))}</p>}
        {release && (
          <form class="stack" method="post" action={`${releasePath(memorial, releasable)}?_method=delete`}>
            <FormKey />
            <h2>{say('press.take-back')}</h2>
            <p>{say('press.take-back-says')}</p>
            <div class="acts">
              <button class="act">{say('press.take-back')}</button>
            </div>
          </form>
        )}
      </main>
    </Document>
  );
}

function Sheet({ say, memorial, press, releasable, photograph, filled }: ReleasePageProps) {
  const { release } = releasable;
  const { width, height } = photograph;
  return (
    <form class="sheet stack" method="post" action={releasePath(memorial, releasable)}>
      <FormKey />
      {!release && (
        <>
          <h2>{say('press.release-means')}</h2>
          <ul class="changes">
            <li>{say('press.release-size', { width, height })}</li>
            <li>{say('press.release-metadata')}</li>
            <li>{say('press.release-copies')}</li>
            <li>{say(press.shown ? 'press.release-now' : 'press.release-later')}</li>
          </ul>
        </>
      )}
      <TextArea
        name="terms"
        label={say('press.own-terms')}
        hint={say(press.terms === '' ? 'press.own-terms-hint' : 'press.own-terms-else')}
        rows={4}
        say={say}
        filled={filled}
        value={release?.terms}
        language={press.language}
      />
      <div class="row">
        <button class="act first">{say(release ? 'press.keep' : 'press.release')}</button>
        <a class="act plain" href={pressPhotographsPath(memorial)}>
          {say('not-now')}
        </a>
      </div>
    </form>
  );
}

/** Why a photograph cannot be released here, or what is to be known of one that is. */
function whyNot({ isOpen, release }: Releasable): string {
  if (!isOpen) return 'press.held-says';
  return release ? 'press.released-by-another' : 'press.not-yours';
}
