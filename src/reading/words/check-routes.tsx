import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { page, sendsJson, speaks } from '#http/answers.ts';
import { readFields } from '#http/fields.ts';
import { type Filled, line, readForm, refusedAt, untouched } from '#http/forms.ts';
import { type JsonErrors, readJsonTexts } from '#http/json.ts';
import { allowance } from '#http/limit.ts';
import { Refused } from '#http/refusals.ts';
import { interfaceLanguages, type Language } from '#i18n/languages.ts';
import { type Say, sayIn } from '#i18n/messages.ts';
import { isSeen } from '#lib/seen.ts';
import { checkedJson } from '#reading/words/checked-json.ts';
import { CheckPage } from '#reading/words/check-page.tsx';
import { ReaderPage } from '#reading/reader-page.tsx';
import { ownPath, type Reading, type Space } from '#reading/space.tsx';
import { longestPrinted } from '#press/correction.ts';
import type { Site } from '#schema/site.ts';
import { type Answered, answerQuotation } from '#quotations/answer-quotation.ts';
import { tellCorrectionPath } from '#visitors/paths.ts';
import { checkBeneath } from '#quotations/paths.ts';

/** Of these there is nothing to correct. */
const faithful: ReadonlySet<Answered['verdict']> = new Set(['exact', 'translation', 'earlier']);
/** Whatever is longer is refused by a sentence up to here (bytes), and beyond it not read. */
const mostRead = 8 * 1024 * 1024;
/** So many checks in so many minutes from one network. */
const pace = [60, 10] as const;

const form = z.object({
  text: z
    .string({ error: 'error.missing' })
    .refine(isSeen, 'error.missing')
    .refine(({ length }) => length <= longestPrinted, `error.check-too-long?most=${longestPrinted}`),
  from: line(2000).optional(),
});
const sentAsJson = { text: 'required', from: 'optional' } as const;

/**
 * Checking a quotation against the words that everybody may read. Cookie-blind; nothing that is pasted is kept
 * or logged, and the page that it is from is never asked for (docs/words.md).
 */
export function checkRoutes(site: Site, space: Space): Hono {
  const { reader } = site.database;
  const mayCheckNow = allowance(...pace, site.proxies);
  const routes = new Hono();
  for (const prefixed of [...interfaceLanguages, undefined]) {
    const path = checkBeneath(`${prefixed ? `/${prefixed}` : ''}/:memorial`);

    routes.get(path, async (c) => {
      const reading = await space.open(c, c.req.param('memorial') ?? '', prefixed);
      const own = ownPath(c, reading, checkBeneath);
      return own ? c.redirect(own, space.moved) : shown(c, reading, untouched);
    });

    routes.post(path, async (c) => {
      c.header('cache-control', 'no-store');
      const reading = await space.open(c, c.req.param('memorial') ?? '', prefixed);
      return sendsJson(c) ? checkJson(c, reading) : checkForm(c, reading);
    });
  }
  return routes;

  async function checkForm(c: Context, reading: Reading): Promise<Response> {
    const values = await readFields(c, mostRead);
    if (!mayCheckNow(c)) return shown(c, reading, refusedAt('text', 'problem.too-often.says', values), 429);
    const read = readForm(form, values);
    if (!read.ok) return shown(c, reading, read.filled, 422);
    const answered = await answerQuotation(reader, reading.memorial, read.form.text);
    if (!('refused' in answered)) return shown(c, reading, read.filled, 200, answered);
    const status = answered.refused === 'busy' ? 503 : 422;
    if (status === 503) c.header('retry-after', '10');
    return shown(c, reading, refusedAt('text', `check.${answered.refused}`, values), status);
  }

  async function checkJson(c: Context, reading: Reading): Promise<Response> {
    if (!mayCheckNow(c)) throw new Refused('too-often');
    const say = sayIn(reading.language);
    const sent = await readJsonTexts(c, sentAsJson, mostRead);
    if ('errors' in sent) return c.json(saidOf(say, sent.errors), 422);
    const read = readForm(form, sent.texts);
    if (!read.ok) return c.json(saidOf(say, read.filled.errors), 422);
    const answered = await answerQuotation(reader, reading.memorial, read.form.text);
    if (!('refused' in answered)) return c.json(checkedJson(site.url, reading, answered));
    const { refused } = answered;
    if (refused === 'busy') c.header('retry-after', '10');
    return c.json({ error: say(`check.${refused}`) }, refused === 'busy' ? 503 : 422);
  }

  async function shown(
    c: Context,
    reading: Reading,
    filled: Filled,
    status: 200 | 422 | 429 | 503 = 200,
    answered?: Answered,
  ): Promise<Response> {
    const { memorial, pathOf } = reading;
    const language: Language = reading.language;
    const say = sayIn(language);
    const childPath = pathOf(memorial, language);
    const isWrong = answered !== undefined && !faithful.has(answered.verdict);
    speaks(c, language);
    return page(
      c,
      <ReaderPage
        site={site}
        space={space}
        reading={reading}
        say={say}
        title={say(answered ? `check.${answered.verdict}.title` : 'check.title')}
        beneath={checkBeneath}
      >
        <CheckPage
          say={say}
          language={language}
          memorial={memorial}
          childPath={childPath}
          filled={filled}
          answered={answered}
          address={`${site.url}${checkBeneath(childPath)}`}
          tellPath={isWrong && memorial.forPress ? tellCorrectionPath(memorial, language) : undefined}
        />
      </ReaderPage>,
      status,
    );
  }
}

/** What is wrong, in sentences: with the whole, or with each member by its name. */
function saidOf(say: Say, { '': whole, ...members }: JsonErrors): object {
  if (whole) return { error: say(whole.key, whole.values) };
  const said = Object.entries(members).map(([name, { key, values }]) => [name, say(key, values)]);
  return { errors: Object.fromEntries(said) };
}
