import type { Context } from 'hono';
import { page, wantsJson } from '#http/answers.ts';
import { NotFound, Refused } from '#http/refusals.ts';
import { type Language, isLanguage, sitePath } from '#i18n/languages.ts';
import { sayIn } from '#i18n/messages.ts';
import { languageHere } from '#i18n/spoken.ts';
import { Document } from '#ui/document.tsx';
import { LanguageList } from '#ui/language-list.tsx';
import { reportUnexpected } from '#lib/log.ts';

type Kind = 'not-found' | 'unexpected' | 'storage-full' | Refused['why'];

const statuses = {
  'not-found': 404,
  'cross-site': 403,
  'too-large': 413,
  unreadable: 422,
  'too-often': 429,
  'storage-full': 507,
  unexpected: 500,
} as const satisfies Record<Kind, number>;

/** One page for all that is thrown. What may not be seen and what does not exist answer the same bytes. */
export function answerError(error: unknown, c: Context): Promise<Response> | Response {
  const kind = kindOf(error);
  if (kind === 'unexpected') reportUnexpected(error, c.req.routePath);
  if (kind === 'storage-full') reportUnexpected(error, c.req.routePath);
  if (wantsJson(c)) return c.json({ error: sayIn(languageOf(c))(`problem.${kind}.says`) }, statuses[kind]);
  return page(c, <ErrorPage kind={kind} language={languageOf(c)} />, statuses[kind]);
}

function ErrorPage({ kind, language }: { kind: Kind; language: Language }) {
  const say = sayIn(language);
  return (
    <Document
      title={say(`problem.${kind}.title`)}
      language={language}
      script={false}
      head={<meta name="robots" content="noindex" />}
    >
      {/* To the front page: with the address in it, two pages that are not there would differ. */}
      <LanguageList say={say} language={language} pathIn={(tag) => sitePath('/', tag)} />
      <main class="problem">
        <h1>{say(`problem.${kind}.title`)}</h1>
        <p>{say(`problem.${kind}.says`)}</p>
        {kind === 'not-found' && (
          <p>
            <a href="/with">{say('problem.invited')}</a>
          </p>
        )}
        <p>
          <a href={sitePath('/', language)}>{say('problem.front')}</a>
        </p>
      </main>
    </Document>
  );
}

function kindOf(error: unknown): Kind {
  if (error instanceof NotFound) return 'not-found';
  if (error instanceof Refused) return error.why;
  if (isUnkeepable(error)) return 'unreadable';
  return isStorageFull(error) ? 'storage-full' : 'unexpected';
}

// PostgreSQL's character_not_in_repertoire: a NUL in a field that no form shows.
function isUnkeepable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '22021';
}

const sqliteFull = 13;

function isStorageFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('errcode' in error && error.errcode === sqliteFull) return true;
  // 53100: PostgreSQL's disk_full
  return 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT' || error.code === '53100');
}

function languageOf(c: Context): Language {
  const first = c.req.path.split('/')[1] ?? '';
  return isLanguage(first) ? first : languageHere();
}
