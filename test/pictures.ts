import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { interfaceLanguages, type Language } from '#i18n/languages.ts';
import type { Mail } from '#mail/mailer.ts';
import { openBrowser } from './browser.ts';
import { examine, pictures } from './examine.ts';
import type { Ask, World } from './world.ts';

const asked = process.env['SNOWDROP_TEST_LANGUAGES']?.split(',');
const languages = interfaceLanguages.filter((language) => (asked ?? ['en', 'ar']).includes(language));
/** What speaks the language of whoever reads it, and not that of its address. */
const speaks = /^\/(?:home|host|key|sign-in|with)(?=[/?]|$)/;

let browser: Promise<Browser> | undefined;

/**
 * Looks at what a site without a socket answers, in a real browser, as `examine` does: only where
 * SNOWDROP_TEST_SCREENSHOTS asks for pictures. What speaks its reader's language is looked at in those that
 * SNOWDROP_TEST_LANGUAGES names, else in English and Arabic.
 */
export async function lookAt(site: World, name: string, path: string, ask: Ask = {}): Promise<void> {
  if (!pictures) return;
  browser ??= openBrowser();
  const file = name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '') || 'front';
  if (!speaks.test(path)) return look(site, file, path, ask);
  for (const language of languages) {
    await readIn(site, language, ask);
    const headers = { ...ask.headers, 'accept-language': language };
    await look(site, `${file}.${language}`, path, { ...ask, headers });
  }
  await readIn(site, '', ask);
}

/** The same of a mail, in HTML as a mail program shows it, and of its text. */
export async function lookAtMail(name: string, { html, text, language }: Mail): Promise<void> {
  if (!pictures || !languages.includes(language as Language)) return;
  browser ??= openBrowser();
  const context = await (await browser).newContext();
  try {
    const page = await context.newPage();
    await page.setContent(html);
    await examine(page, `mail-${name}.${language}`);
    await writeFile(join(pictures, `mail-${name}.${language}.txt`), text);
  } finally {
    await context.close();
  }
}

export async function stopLooking(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

async function look(site: World, name: string, path: string, ask: Ask): Promise<void> {
  const context = await (await browser!).newContext();
  try {
    await answerFrom(site, context, path, ask);
    const page = await context.newPage();
    await page.goto(site.url + path);
    await examine(page, name);
  } finally {
    await context.close();
  }
}

/** The page as it was asked for (a form may have been sent); whatever it fetches, as the same person. */
async function answerFrom(site: World, context: BrowserContext, path: string, ask: Ask): Promise<void> {
  const { form: _form, files: _files, body: _body, method: _method, ...same } = ask;
  await context.route('**/*', async (route) => {
    const { pathname, search } = new URL(route.request().url());
    const isPage = pathname + search === path;
    const answer = await site.request(pathname + search, isPage ? ask : same);
    await route.fulfill({
      status: answer.status,
      headers: Object.fromEntries([...answer.headers].filter(([header]) => header !== 'set-cookie')),
      body: answer.bytes,
    });
  });
}

async function readIn(site: World, language: Language | '', { as }: Ask): Promise<void> {
  if (!as?.id) return;
  await site.database.write((tx) =>
    tx.updateTable('person').set({ language }).where('id', '=', as.id).execute(),
  );
}
