import type { Context } from 'hono';
import { page, wantsJson } from '#http/answers.ts';
import { type Carried, carriedBy } from '#http/carried.ts';
import { NotFound, Refused } from '#http/refusals.ts';
import { preferred } from '#http/spoken.ts';
import { type Language, isLanguage, sitePath } from '#i18n/languages.ts';
import { type Say, sayIn } from '#i18n/messages.ts';
import { languageHere } from '#i18n/spoken.ts';
import { CarriedFields, CarriedWords } from '#ui/carried-fields.tsx';
import { Document } from '#ui/document.tsx';
import { Snowdrop } from '#ui/drawings.tsx';
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
  const language = languageOf(c, kind);
  if (wantsJson(c)) return c.json({ error: sayIn(language)(`problem.${kind}.says`) }, statuses[kind]);
  if (kind !== 'not-found') c.header('cache-control', 'no-store');
  const shown = kind === 'not-found' ? {} : { back: wayBack(c), again: sentAgain(c) };
  return page(c, <ErrorPage kind={kind} language={language} {...shown} />, statuses[kind]);
}

type Way = { path: string; says: string };
type Again = { path: string; brought: Carried };

type ErrorPageProps = {
  kind: Kind;
  language: Language;
  /** Where whoever finds it can go on: of a page that is not there nothing may tell. */
  back?: Way | undefined;
  /** The form that brought them here, where all of it arrived. */
  again?: Again | undefined;
};

function ErrorPage({ kind, language, back, again }: ErrorPageProps) {
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
        <Snowdrop label={say('child.drawing')} />
        <h1>{say(`problem.${kind}.title`)}</h1>
        <p>{say(`problem.${kind}.says`)}</p>
        {again && <SendAgain say={say} {...again} />}
        <ul class="quiet ways">
          {kind === 'not-found' && (
            <li>
              <a href="/with">{say('problem.invited')}</a>
            </li>
          )}
          {back && (
            <li>
              <a href={back.path}>{say(back.says)}</a>
            </li>
          )}
          <li>
            <a href={sitePath('/', language)}>{say('problem.front')}</a>
          </li>
        </ul>
      </main>
    </Document>
  );
}

/** What was typed stays in this page, and goes from here to where it was going. */
function SendAgain({ say, path, brought: { fields, files } }: Again & { say: Say }) {
  return (
    <form class="stack" method="post" action={path} enctype="multipart/form-data">
      <CarriedFields fields={fields} />
      <p>
        {say('problem.still-here')} {files > 0 && say('problem.files-again')}
      </p>
      <CarriedWords say={say} fields={fields} />
      <div class="acts">
        <button class="act first">{say('problem.send-again')}</button>
      </div>
    </form>
  );
}

/** The way on from what went wrong: the page itself where it was asked for, else where its form belongs. */
function wayBack(c: Context): Way | undefined {
  const { path, method } = c.req;
  if (method === 'GET') return { path: ownPath(c), says: 'problem.again' };
  if (/^\/(?:home|host)(?=\/|$)/.test(path)) return { path: '/home', says: 'home' };
  if (/^\/with(?=\/|$)/.test(path)) return { path: '/with', says: 'with.title' };
  if (/^\/sign-in(?=\/|$)/.test(path)) return { path: '/sign-in', says: 'sign-in.title' };
  return path === '/sign-out' ? undefined : { path: ownPath(c), says: 'problem.again' };
}

/** Only what came from a page of ours, whole: anything else was refused before it was read. */
function sentAgain(c: Context): Again | undefined {
  const brought = carriedBy(c);
  return brought && { path: ownPath(c), brought };
}

/** The address that was asked for, on this site: two slashes before it would lead to another. */
function ownPath(c: Context): string {
  return `${c.req.path.replace(/^[/\\]+/, '/')}${new URL(c.req.url).search}`;
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

/** A page that is not there is the same for everybody; what went wrong is said in the language of whoever asked. */
function languageOf(c: Context, kind: Kind): Language {
  const first = c.req.path.split('/')[1] ?? '';
  if (isLanguage(first)) return first;
  const isPrivate = ['home', 'host', 'with', 'key', 'sign-in', 'sign-out'].includes(first);
  return isPrivate || kind === 'not-found' ? languageHere() : preferred(c.req.header('accept-language'));
}
