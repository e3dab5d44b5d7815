import type { Child, PropsWithChildren } from 'hono/jsx';
import type { Language } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import { Document } from '#ui/document.tsx';
import { LanguageList } from '#ui/language-list.tsx';

export type FrameProps = PropsWithChildren<{
  title: string;
  say: Say;
  language: Language;
  palette: string;
  head?: Child;
  /** The same page in each language of the interface; none in the private space. */
  pathIn?: (language: Language) => string;
  script?: boolean;
}>;

/** What surrounds every page that readers see: the languages above, help and a word to the host below. */
export function Frame({ title, say, language, palette, head, pathIn, script = false, children }: FrameProps) {
  return (
    <Document title={title} language={language} palette={palette} head={head} script={script}>
      {pathIn && (
        <>
          <a class="skip" href="#page">
            {say('skip')}
          </a>
          <LanguageList say={say} language={language} pathIn={pathIn} />
        </>
      )}
      <main id="page">{children}</main>
    </Document>
  );
}
