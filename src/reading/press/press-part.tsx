import type { PropsWithChildren } from 'hono/jsx';
import type { Language } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import type { Gallery } from '#photographs/show.ts';
import { writtenIn } from '#reading/pages/written-in.ts';
import type { Published } from '#tributes/tribute.ts';
import type { Correction } from '#press/correction.ts';
import type { Press } from '#press/press.ts';
import type { QuotablePiece } from '#words/quotable.ts';
import type { Released } from '#press/releases.ts';

export type PressPageProps = {
  say: Say;
  language: Language;
  memorial: Memorial;
  called: string;
  childPath: string;
  press: Press;
  pieces: readonly QuotablePiece[];
  released: readonly Released[];
  /** The pieces that the released photographs stand in. */
  shownIn: readonly Published[];
  gallery: Gallery;
  corrections: readonly Correction[];
};

export function Part({ heading, children }: PropsWithChildren<{ heading: string }>) {
  return (
    <section class="stack">
      <h2>{heading}</h2>
      {children}
    </section>
  );
}

/** The family's own words, as they typed them. */
export function Own({ press, page, words }: { press: Press; page: Language; words: string }) {
  return (
    <p class="as-typed" {...writtenIn(press, page, words)}>
      {words}
    </p>
  );
}
