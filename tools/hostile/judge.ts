import { type Answer, headerOf, headersOf } from '#test/answers.ts';

// As the house's safety rules have it, letter for letter.
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' blob: data:; media-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

const always: Record<string, string> = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // Two years; the site is asked for by https.
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
};

/** A card alone may be shown by pages of others; it does nothing there. */
export const card = /^(?:\/[a-z]{2})?\/[^/]+\/words\/[^/]+\/card(?:\?|$)/;
const framed: Record<string, string> = {
  ...always,
  'content-security-policy':
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors *; require-trusted-types-for 'script'",
  'x-frame-options': '',
  'cross-origin-resource-policy': 'cross-origin',
};

/** A picture for everybody: a reader of feeds that is a page of another site shows it too. */
const picture = /^\/pictures\/[^/]+\/[^/]+$/;
const shownElsewhere = { ...always, 'cross-origin-resource-policy': 'cross-origin' };

/** What is answered before any route is asked: what is no HTTP, or too much of it. */
const beforeRoutes = new Set([400, 408, 413, 417, 431]);

/** Whatever is wrong with an answer, whoever asked for whatever: one sentence each. */
export function faultsIn(answer: Answer, asked: { method: string; path: string }): string[] {
  const { status } = answer;
  const faults: string[] = [];
  if (status >= 500 && status !== 507) faults.push(`was answered by ${status}`);
  if (!answer.isWhole) faults.push('was answered by half of an answer');
  const fromRoutes = headerOf(answer, 'content-security-policy') !== undefined;
  if (fromRoutes) faults.push(...headerFaults(answer, asked.path));
  else if (!beforeRoutes.has(status)) faults.push(`was answered by ${status} without a policy`);
  if (status >= 400 && asked.method !== 'HEAD' && !hasSentence(answer))
    faults.push(`was answered by ${status} without a sentence`);
  for (const name of ['access-control-allow-origin', 'x-powered-by', 'server'])
    if (headerOf(answer, name) !== undefined) faults.push(`was answered with ${name}`);
  return faults;
}

function headerFaults(answer: Answer, path: string): string[] {
  const faults = Object.entries(headersFor(answer, path))
    .filter(([name, value]) => headersOf(answer, name).join() !== value)
    .map(([name]) => `was answered with ${name}: ${headersOf(answer, name).join()}`);
  const location = headerOf(answer, 'location');
  if (location !== undefined && !/^\/(?![/\\])[\x21-\x7e]*$/.test(location))
    faults.push(`leads to ${location.slice(0, 100)}`);
  const cookies = headersOf(answer, 'set-cookie');
  for (const cookie of cookies)
    if (
      !/^__Host-[\w-]+=[\w-]*;/.test(cookie) ||
      !/; Path=\/(?:;|$)/.test(cookie) ||
      !/; Secure/.test(cookie)
    )
      faults.push(`sets a cookie that others could get: ${cookie.replace(/=[^;]*/, '=…')}`);
  const space = spaceOf(path);
  const caching = headerOf(answer, 'cache-control') ?? '';
  if (space === 'public' && cookies.length > 0) faults.push('sets a cookie in the public space');
  if (space === 'acts' && caching !== 'no-store') faults.push(`may be kept: ${caching}`);
  if (space === 'private' && caching !== 'private, no-store') faults.push(`may be kept: ${caching}`);
  if (space === 'private' && headerOf(answer, 'referrer-policy') !== 'no-referrer')
    faults.push('tells its address to other sites');
  return faults;
}

function headersFor(answer: Answer, path: string): Record<string, string> {
  if (card.test(path) && headerOf(answer, 'x-frame-options') === undefined) return framed;
  return picture.test(path) && answer.status < 400 ? shownElsewhere : always;
}

/** In which of the three spaces an address is, by its first part. */
function spaceOf(path: string): 'private' | 'acts' | 'public' {
  // As every browser and the site itself read it, dot segments resolved.
  const read = URL.parse(path.startsWith('/') ? `https://snowdrop.example${path}` : path)?.pathname ?? path;
  const first = /^\/([^/]*)/.exec(read)?.[1] ?? '';
  if (first === 'to') return 'acts';
  return ['home', 'with', 'host', 'sign-in', 'sign-out', 'key'].includes(first) ? 'private' : 'public';
}

/** Whether a person, or the script of a page, is told in a whole sentence what happened. */
function hasSentence(answer: Answer): boolean {
  const body = answer.body.toString('utf8');
  const type = headerOf(answer, 'content-type') ?? '';
  if (type.startsWith('text/html')) return /<p[^>]*>[^<]{8,}[.؟。?]\s*<\/p>/.test(body);
  if (type.startsWith('application/json')) return /"(?:error|refused)":"[^"]{8,}\."|"errors":\{"/.test(body);
  return type.startsWith('text/plain') && /^\p{Lu}[^.]{8,}\./u.test(body);
}
