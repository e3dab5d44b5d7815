import { expect, test } from 'vitest';
import { authenticator } from '#test/authenticator.ts';
import { elias, nora } from '#test/cast.ts';
import {
  addPasskey,
  askForDigits,
  challenge,
  codesOf,
  here,
  longSignedIn,
  makeCodes,
  send,
  stepUp,
} from '#test/confirming.ts';
import { errorAt, formsIn, formTo } from '#test/html.ts';
import { press } from '#test/press.ts';
import { scenario } from '#test/scenario.ts';
import { askForMail } from '#test/signing-in.ts';
import { world } from '#test/world.ts';

test('one’s own passkey confirms, on this device, and the form goes on', async () => {
  const site = await world();
  const [mother, father] = [await site.person(nora), await site.person(elias)];
  const [hers, his] = [await addPasskey(site, mother), await addPasskey(site, father)];
  site.clock.advance({ minutes: 10 });
  const asking = await makeCodes(site, mother);
  expect(asking.text).toContain(`data-path="${stepUp}/passkey"`);
  const path = `${stepUp}/passkey`;

  const offered = await challenge(site, mother, path);
  expect(offered).toMatchObject({ allowCredentials: [{ id: hers.id }] });
  const foreign = his.get(offered, father.id);
  expect((await send(site, mother, path, { response: foreign })).status).toBe(422);
  const claimed = his.get(await challenge(site, mother, path), mother.id);
  expect((await send(site, mother, path, { response: claimed })).status).toBe(422);
  const forSigningIn = hers.get(await challenge(site, mother, '/sign-in/passkey'), mother.id);
  mother.cookies.set('__Host-snowdrop-confirm', mother.cookies.get('__Host-snowdrop-passkey') ?? '');
  expect((await send(site, mother, path, { response: forSigningIn })).status).toBe(422);
  expect((await makeCodes(site, mother)).status).toBe(401);

  const { response, ...rest } = hers.get(await challenge(site, mother, path), mother.id);
  // Asked for known passkeys, an authenticator may leave out whose it is (WebAuthn Level 3, § 7.2, step 6).
  const { userHandle: _, ...without } = response;
  const answer = await send(site, mother, path, {
    response: { ...rest, response: without },
    to: '/home/you',
  });
  expect([answer.status, JSON.parse(answer.text)]).toEqual([200, { to: '/home/you' }]);
  // The script sends the form that carries what waits.
  const back = await press(site, mother, formTo(asking.text, stepUp));
  expect(codesOf(await press(site, mother, formsIn(back.text)[0]!))).toHaveLength(10);
});

test('a challenge for confirming adds no passkey to a session that was not confirmed', async () => {
  const { site, mother } = await longSignedIn();
  const device = authenticator(here);
  const response = device.create(await challenge(site, mother, `${stepUp}/passkey`));
  mother.cookies.set('__Host-snowdrop-new-passkey', mother.cookies.get('__Host-snowdrop-confirm') ?? '');
  expect((await send(site, mother, '/home/you/passkeys', { response })).status).toBe(422);
  expect((await site.request(`/home/you/passkeys/${device.id}`, { as: mother })).status).toBe(404);
});

test('signing in needs to know whose passkey it is', async () => {
  const site = await world();
  const mother = await site.person(nora);
  const hers = await addPasskey(site, mother);
  const { response, ...rest } = hers.get(await challenge(site, mother, '/sign-in/passkey'), mother.id);
  const { userHandle: _, ...without } = response;
  const answer = await send(site, mother, '/sign-in/passkey', { response: { ...rest, response: without } });
  expect(answer.status).toBe(422);
});

test('a recovery code confirms for whoever has nothing else, and is used up; one of another does not', async () => {
  const site = await world();
  const mother = await site.person({ name: 'Nora' });
  const father = await site.person({ name: 'Elias' });
  const [hers, his] = [codesOf(await makeCodes(site, mother)), codesOf(await makeCodes(site, father))];
  site.clock.advance({ minutes: 10 });
  const asking = await makeCodes(site, mother);
  expect(asking.text).not.toContain('six digits');
  const typing = await press(site, mother, { ...formTo(asking.text, stepUp), action: `${stepUp}/recovery` });
  const form = formTo(typing.text, `${stepUp}/recovery`);
  for (const recoveryCode of [his[0]!, 'nonsense', '']) {
    const refused = await press(site, mother, form, { recovery: recoveryCode });
    expect([refused.status, errorAt(refused.text, 'recovery')]).toEqual([
      422,
      expect.stringContaining('does not'),
    ]);
    expect(formTo(refused.text, `${stepUp}/recovery`).fields).toMatchObject({ recovery: recoveryCode });
  }
  const back = await press(site, mother, form, { recovery: hers[0]! });
  expect(back.text).toContain('Thank you');
  site.clock.advance({ minutes: 10 });
  expect((await press(site, mother, form, { recovery: hers[0]! })).status).toBe(422);
  expect((await site.request('/sign-in/recovery', { form: { recovery: his[0]! } })).status).toBe(303);
});

test('ten tries of codes within an hour are enough, wherever they come from', async () => {
  const { site, mother } = await longSignedIn();
  const form = { recovery: '7k3m-q9xt-2bwf-h4np-zr5c' };
  const tries: number[] = [];
  for (let time = 0; time < 11; time++)
    tries.push((await site.request(`${stepUp}/recovery`, { as: mother, form })).status);
  expect(tries).toEqual([...Array.from({ length: 10 }, () => 422), 429]);
});

test('who has nothing to confirm with is not asked for it: a session is all there is', async () => {
  const { site, mother } = await longSignedIn({ name: 'Nora' });
  const made = await makeCodes(site, mother);
  expect([made.status, codesOf(made).length]).toEqual([200, 10]);
  expect((await makeCodes(site, mother)).status).toBe(401);
});

test('digits for signing in, for an address, or for another session confirm nothing here', async () => {
  const { site, mother } = await longSignedIn();
  const laptop = site.stranger();
  await site.request((await askForMail(site, nora.email)).link, { as: laptop, form: {} });
  site.clock.advance({ minutes: 10 });
  const elsewhere = await askForDigits(site, laptop, await makeCodes(site, laptop));
  const { attempt = '' } = formTo(elsewhere.page.text, `${stepUp}/code`).fields;
  const tried = { attempt, code: elsewhere.code };
  expect((await site.request(`${stepUp}/code`, { as: mother, form: tried })).status).toBe(422);
  const signingIn = await askForMail(site, nora.email);
  const other = { attempt: signingIn.attempt, code: signingIn.code };
  expect((await site.request(`${stepUp}/code`, { as: mother, form: other })).status).toBe(422);
  const mine = await askForDigits(site, mother, await makeCodes(site, mother));
  const confirming = {
    attempt: formTo(mine.page.text, `${stepUp}/code`).fields['attempt'] ?? '',
    code: mine.code,
  };
  await scenario(site, {
    post: '/sign-in/code',
    form: confirming,
    expect: { status: 422, headers: { 'set-cookie': null } },
  });
  expect((await mine.type(mine.code)).status).toBe(200);
});

test('five mails within an hour, and then the page says to wait; other ways stay', async () => {
  const { site, mother } = await longSignedIn();
  const asking = await makeCodes(site, mother);
  for (let time = 0; time < 5; time++) await askForDigits(site, mother, asking);
  const { page } = await askForDigits(site, mother, asking);
  expect([page.status, errorAt(page.text, 'mail')]).toEqual([
    429,
    expect.stringContaining('In a few minutes'),
  ]);
  expect(formTo(page.text, stepUp).fields['kept']).toBe(formTo(asking.text, stepUp).fields['kept']);
  expect((await site.mails()).length).toBe(5);
});
