import type { Child, PropsWithChildren } from 'hono/jsx';
import { directionOf } from '#i18n/languages.ts';
import { assetPath } from '#ui/assets.ts';

export type DocumentProps = PropsWithChildren<{
  title: string;
  language: string;
  palette?: string;
  /** What else belongs into the head. */
  head?: Child;
  /** Pages that are not for everybody bring small elements along; a sheet to write on brings its own instead. */
  script?: boolean;
}>;

/** The frame of every page: one stylesheet, no script needed, nothing from elsewhere. */
export function Document({
  title,
  language,
  palette = 'snow',
  head,
  script = true,
  children,
}: DocumentProps) {
  return (
    <html lang={language} dir={directionOf(language)} class={`palette-${palette}`}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="icon" href={assetPath('browser/icon.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={assetPath('styles/index.css')} />
        <link rel="stylesheet" href={assetPath('styles/print.css')} media="print" />
        {script && <script type="module" src={assetPath('browser/index.ts')}></script>}
        {head}
      </head>
      <body>{children}</body>
    </html>
  );
}
