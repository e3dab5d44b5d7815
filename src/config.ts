import { isIP } from 'node:net';
import type { DrafterAt } from '#machine/drafter-at.ts';

/** How this process is to run, from the environment alone. */
export type Config = {
  listen: string;
  port: number;
  url: string;
  data: string;
  databaseUrl: string | undefined;
  mail: string | undefined;
  mailFrom: string;
  contact: string | undefined;
  /** The machine that writes first drafts of translations. */
  drafts: DrafterAt | undefined;
  proxies: number;
};

/** Everything that is wrong with the environment, one sentence each. */
export class WrongSettings extends Error {
  readonly sentences: readonly string[];
  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'));
    this.sentences = sentences;
  }
}

const known: ReadonlySet<string> = new Set([
  'SNOWDROP_LISTEN',
  'SNOWDROP_PORT',
  'SNOWDROP_URL',
  'SNOWDROP_DATA',
  'DATABASE_URL',
  'SNOWDROP_MAIL',
  'SNOWDROP_MAIL_FROM',
  'SNOWDROP_CONTACT',
  'SNOWDROP_DRAFTS',
  'SNOWDROP_PROXIES',
]);

/** Reads and freezes the settings. Throws `WrongSettings` with all that is wrong at once. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const wrong: string[] = [];
  const value = (name: string): string | undefined => environment[name]?.trim() || undefined;
  for (const name of Object.keys(environment)) {
    if (
      name.startsWith('SNOWDROP_') &&
      !known.has(name) &&
      !name.startsWith('SNOWDROP_TEST_') &&
      name !== 'SNOWDROP_BROWSER'
    ) {
      wrong.push(`${name} is not a setting. The settings are ${[...known].join(', ')}.`);
    }
  }
  const port = Number(value('SNOWDROP_PORT') ?? 3000);
  const isPort = Number.isInteger(port) && port >= 0 && port <= 65535;
  if (!isPort) wrong.push('SNOWDROP_PORT must be a whole number from 0 to 65535.');
  const listen = value('SNOWDROP_LISTEN') ?? '127.0.0.1';
  if (listen !== 'localhost' && isIP(listen) === 0)
    wrong.push('SNOWDROP_LISTEN must be an IP address, like 127.0.0.1 or 0.0.0.0, or localhost.');
  const url = readUrl(value('SNOWDROP_URL') ?? `http://localhost:${isPort ? port : 3000}`, wrong);
  const databaseUrl = value('DATABASE_URL');
  if (databaseUrl !== undefined && !/^postgres(?:ql)?:\/\//.test(databaseUrl)) {
    wrong.push(
      'DATABASE_URL must begin with postgres:// or postgresql://. Leave it out to use the SQLite file in the data folder.',
    );
  }
  const mail = value('SNOWDROP_MAIL');
  if (mail !== undefined && !/^smtps?:\/\/[^/\s]+/.test(mail)) {
    wrong.push('SNOWDROP_MAIL must look like smtp://name:password@mail.example:587 or smtps://….');
  }
  const contact = value('SNOWDROP_CONTACT');
  if (contact !== undefined && !isEmail(contact)) wrong.push('SNOWDROP_CONTACT must be one mail address.');
  const drafts = readDrafts(value('SNOWDROP_DRAFTS'), wrong);
  const proxies = Number(value('SNOWDROP_PROXIES') ?? 0);
  if (!Number.isInteger(proxies) || proxies < 0 || proxies > 9) {
    wrong.push(
      'SNOWDROP_PROXIES must be the number of your own web servers in front of this one, from 0 to 9.',
    );
  }
  const mailFrom = value('SNOWDROP_MAIL_FROM') ?? contact ?? `snowdrop@${url?.hostname ?? 'localhost'}`;
  if (value('SNOWDROP_MAIL_FROM') !== undefined && !isEmail(mailFrom))
    wrong.push('SNOWDROP_MAIL_FROM must be one mail address.');
  if (wrong.length > 0 || !url) throw new WrongSettings(wrong);
  return Object.freeze({
    listen,
    port,
    url: url.origin,
    data: value('SNOWDROP_DATA') ?? './data',
    databaseUrl,
    mail,
    mailFrom,
    contact,
    drafts,
    proxies,
  });
}

const here = new Set(['localhost', '127.0.0.1', '[::1]']);

function readUrl(text: string, wrong: string[]): URL | undefined {
  const url = URL.parse(text);
  const isPlain = url && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href;
  if (!isPlain) {
    wrong.push(
      'SNOWDROP_URL must be the address people type, like https://snowdrop.example, with nothing behind the name.',
    );
    return undefined;
  }
  if (url.protocol === 'http:' && !here.has(url.hostname)) {
    wrong.push(
      `SNOWDROP_URL is ${url.origin}, without https. Passkeys and the cookie that keeps a family signed in are safe only over https, so a public name needs it: put a web server with a certificate in front, as docs/running/install.md shows.`,
    );
  }
  return url;
}

/** `libretranslate+http://127.0.0.1:5000`, `deepl+https://KEY@drafts.example`. */
function readDrafts(text: string | undefined, wrong: string[]): DrafterAt | undefined {
  if (text === undefined) return undefined;
  const [, kind, address = ''] = /^(libretranslate|deepl)\+(https?:.+)$/.exec(text) ?? [];
  const url = URL.parse(address);
  if (!url || (kind !== 'libretranslate' && kind !== 'deepl') || url.search || url.hash) {
    wrong.push(
      'SNOWDROP_DRAFTS must look like libretranslate+http://127.0.0.1:5000 or deepl+https://KEY@drafts.example.',
    );
    return undefined;
  }
  // A name without a dot is on the host's own network.
  if (url.protocol === 'http:' && !here.has(url.hostname) && url.hostname.includes('.'))
    wrong.push('SNOWDROP_DRAFTS must be https, for the words of families go there.');
  const key = decodeURIComponent(url.username + (url.password && `:${url.password}`)) || undefined;
  return { kind, url: `${url.origin}${url.pathname}`.replace(/\/+$/, ''), key };
}

function isEmail(text: string): boolean {
  return /^[^\s@,;<>()]+@[^\s@,;<>()]+$/.test(text);
}
