import { directionOf } from '#i18n/languages.ts';

export type MailWords = {
  language: string;
  title: string;
  paragraphs: readonly string[];
  /** The one thing that can be done; its address also stands in letters, for copying. */
  action?: { label: string; url: string };
  /** Digits to type on another device. */
  code?: string;
  foot?: string;
};

// The palette “snow” by day, as styles/tokens.css has it: mail programs know no custom properties.
const paper = '#f8f7f2';
const sheet = '#fdfcf9';
const ink = '#232a31';
const soft = '#4a525a';
const leaf = '#2c5a40';
const line = '#dcdad2';

// The same by night, for the programs that look there; in the others a mail stays as it is by day.
const byNight = `@media (prefers-color-scheme: dark) {
body { background: #1e1814 !important; color: #e4e1d9 !important }
main { background: #26201b !important; border-color: #433c36 !important }
.soft { color: #bdbbb0 !important }
.code { color: #e4e1d9 !important }
.act { background: #a0caad !important; color: #1e1814 !important }
}`;

/** Both parts of a mail in the site's look. Nothing is loaded from anywhere, and the text alone says everything. */
export function renderMail(words: MailWords): { text: string; html: string } {
  // No part of the frame waits for anything, so what JSX makes of it is text at once.
  const frame = (<Frame {...words} />) as string;
  return { text: textOf(words), html: `<!doctype html>${frame}` };
}

function textOf({ title, paragraphs, action, code, foot }: MailWords): string {
  const does = action && `${action.label}:\n${action.url}`;
  const parts = [title, ...paragraphs, does, code, foot].filter((part) => part !== undefined);
  return `${parts.join('\n\n')}\n`;
}

function Frame({ language, title, paragraphs, action, code, foot }: MailWords) {
  return (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <style>{byNight}</style>
      </head>
      <body
        style={`margin:0;padding:24px 12px;background:${paper};color:${ink};font:17px/1.6 Georgia,'Times New Roman',serif`}
      >
        <main
          style={`max-width:520px;margin:0 auto;padding:32px 28px;background:${sheet};border:1px solid ${line};border-radius:6px`}
        >
          <h1 style="margin:0 0 20px;font-size:24px;line-height:1.25;font-weight:400;text-wrap:balance">
            {title}
          </h1>
          {paragraphs.map((paragraph) => (
            <p style="margin:0 0 18px">{paragraph}</p>
          ))}
          {action && <Action {...action} />}
          {code && (
            <p
              class="code"
              style={`margin:24px 0 0;font:28px/1.3 monospace;letter-spacing:.2em;color:${ink}`}
            >
              {code}
            </p>
          )}
          {foot && (
            <p class="soft" style={`margin:28px 0 0;font-size:15px;color:${soft}`}>
              {foot}
            </p>
          )}
        </main>
      </body>
    </html>
  );
}

function Action({ label, url }: { label: string; url: string }) {
  const button = `display:inline-block;padding:12px 26px;background:${leaf};color:${sheet};border-radius:26px;text-decoration:none`;
  return (
    <>
      <p style="margin:28px 0 18px">
        <a class="act" href={url} style={button}>
          {label}
        </a>
      </p>
      <p class="soft" style={`margin:0;font-size:14px;color:${soft};overflow-wrap:anywhere`}>
        <span dir="ltr">{url}</span>
      </p>
    </>
  );
}
