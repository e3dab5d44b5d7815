import { expect } from 'vitest';
import { authenticator } from '#test/authenticator.ts';
import { nora } from '#test/cast.ts';
import { formTo } from '#test/html.ts';
import { press } from '#test/press.ts';
import { type Answer, type Visitor, type World, world } from '#test/world.ts';

export const here = { origin: 'https://snowdrop.example', id: 'snowdrop.example' };
const asJson = { 'content-type': 'application/json', accept: 'application/json' };
export const recovery = '/home/you/recovery';
export const stepUp = '/home/you/confirmation';
export const ask = 'Please confirm that it is you';

/** Somebody who signed in a while ago. */
export async function longSignedIn(who: { name: string; email?: string } = nora) {
  const site = await world();
  const mother = await site.person(who);
  site.clock.advance({ minutes: 10 });
  return { site, mother };
}

export const makeCodes = (site: World, as: Visitor): Promise<Answer> =>
  site.request(recovery, { as, form: {} });
export const codesOf = ({ text }: Answer): string[] =>
  [...text.matchAll(/<code>([^<]+)/g)].map(([, code = '']) => code);

/** Asks for six digits on the page that asks who is there. */
export async function askForDigits(site: World, as: Visitor, asking: Answer) {
  const form = formTo(asking.text, stepUp);
  const page = await press(site, as, { ...form, action: `${stepUp}/mail` });
  const code = /^\d{6}$/m.exec((await site.mails()).at(-1)?.text ?? '')?.[0] ?? '';
  return {
    page,
    code,
    type: (typed: string) => press(site, as, formTo(page.text, `${stepUp}/code`), { code: typed }),
  };
}

export function send(site: World, as: Visitor, path: string, body: unknown): Promise<Answer> {
  return site.request(path, { as, body: JSON.stringify(body), headers: asJson });
}

export async function challenge(site: World, as: Visitor, path: string): Promise<{ challenge: string }> {
  const answer = await send(site, as, `${path}/options`, {});
  return (JSON.parse(answer.text) as { options: { challenge: string } }).options;
}

export async function addPasskey(site: World, as: Visitor) {
  const device = authenticator(here);
  const response = device.create(await challenge(site, as, '/home/you/passkeys'));
  expect((await send(site, as, '/home/you/passkeys', { response })).status).toBe(200);
  return device;
}
