import { expect, test } from 'vitest';
import { elias, nora } from '#test/cast.ts';
import { errorAt, formTo } from '#test/html.ts';
import { scenario } from '#test/scenario.ts';
import { type Answer, type Visitor, type World, world } from '#test/world.ts';

const fresh = 'nora@new.example';

async function change(
  site: World,
  as: Visitor,
  email: string,
): Promise<{ page: Answer; form: Record<string, string>; code: string }> {
  const page = await site.request('/home/you', { as, form: { name: nora.name, email } });
  const mail = (await site.mails()).at(-1);
  const code = /^\d{6}$/m.exec(mail?.text ?? '')?.[0] ?? '';
  return { page, form: formTo(page.text, '/home/you/address').fields, code };
}

const addressOf = async (site: World, as: Visitor): Promise<string | undefined> =>
  formTo((await site.request('/home/you', { as })).text, '/home/you').fields['email'];

test('a name is changed', async () => {
  const site = await world();
  const mother = await site.person(nora);
  const form = {
    ...formTo((await site.request('/home/you', { as: mother })).text, '/home/you').fields,
    name: ' Nora  L. ',
  };
  await scenario(site, {
    as: mother,
    post: '/home/you',
    form,
    expect: { status: 303, location: '/home/you' },
  });
  await scenario(site, {
    as: mother,
    get: '/home/you',
    expect: { status: 200, contains: ['value="Nora L."', nora.email] },
  });
  await scenario(site, {
    as: mother,
    post: '/home/you',
    form: { ...form, name: '' },
    expect: { status: 422 },
  });
  expect(await site.mails()).toEqual([]);
});

test('a new mail address counts once its digits came back, and the one before is told', async () => {
  const site = await world();
  const mother = await site.person(nora);
  const { page, form, code } = await change(site, mother, fresh);
  expect(page.status).toBe(200);
  expect(await addressOf(site, mother)).toBe(nora.email);
  const wrong = await site.request('/home/you/address', {
    as: mother,
    form: { ...form, code: code === '111111' ? '222222' : '111111' },
  });
  expect(wrong.status).toBe(422);
  expect(errorAt(wrong.text, 'code')).toBeTruthy();
  await scenario(site, {
    as: mother,
    post: '/home/you/address',
    form: { ...form, code },
    expect: { status: 303, location: '/home/you' },
  });
  expect(await addressOf(site, mother)).toBe(fresh);
  expect((await site.mails()).map(({ to, subject }) => [to, subject])).toEqual([
    [fresh, 'Your mail address for Snowdrop'],
    [nora.email, 'Another mail address is kept now'],
  ]);
  expect((await site.mails())[1]?.text).not.toContain(fresh);
});

test('digits for one address confirm no other, and those of another person confirm nothing', async () => {
  const site = await world();
  const mother = await site.person(nora);
  const father = await site.person(elias);
  const { form, code } = await change(site, mother, fresh);
  const other = { ...form, email: 'victim@family.example', code };
  await scenario(site, { as: mother, post: '/home/you/address', form: other, expect: { status: 422 } });
  await scenario(site, {
    as: father,
    post: '/home/you/address',
    form: { ...form, code },
    expect: { status: 422 },
  });
  expect([await addressOf(site, mother), await addressOf(site, father)]).toEqual([nora.email, elias.email]);
});

test('digits for an address sign nobody in', async () => {
  const site = await world();
  const mother = await site.person(nora);
  const { form, code } = await change(site, mother, fresh);
  await scenario(site, {
    post: '/sign-in/code',
    form: { ...form, code },
    expect: { status: 422, headers: { 'set-cookie': null } },
  });
});

test('an address that somebody else has looks like any other, and gets nothing', async () => {
  const site = await world();
  const mother = await site.person(nora);
  await site.person(elias);
  const bare = ({ page }: { page: Answer }): string =>
    page.text.replaceAll(/value="[0-9a-f-]{36}"/g, '').replaceAll(/[\w.]+@[\w.]+/g, '');
  const free = await change(site, mother, fresh);
  const taken = await change(site, mother, elias.email);
  expect(bare(taken)).toBe(bare(free));
  expect((await site.mails()).map(({ to }) => to)).toEqual([fresh]);
});

test('of two who ask for the same address, the first to confirm has it', async () => {
  const site = await world();
  const mother = await site.person(nora);
  const father = await site.person(elias);
  const hers = await change(site, mother, fresh);
  const his = await change(site, father, fresh);
  await site.request('/home/you/address', { as: father, form: { ...his.form, code: his.code } });
  const late = { ...hers.form, code: hers.code };
  await scenario(site, { as: mother, post: '/home/you/address', form: late, expect: { status: 422 } });
  expect([await addressOf(site, mother), await addressOf(site, father)]).toEqual([nora.email, fresh]);
});

test('five mails within an hour, then the page says to wait and keeps what was typed', async () => {
  const site = await world();
  const mother = await site.person(nora);
  for (let time = 0; time < 5; time++) await change(site, mother, fresh);
  const answer = await site.request('/home/you', { as: mother, form: { name: 'Nora', email: fresh } });
  expect(answer.status).toBe(422);
  expect(errorAt(answer.text, 'email')).toContain('In a few minutes');
  expect(formTo(answer.text, '/home/you').fields).toMatchObject({ name: 'Nora', email: fresh });
});

test('the only way in is not taken away', async () => {
  const site = await world();
  const mother = await site.person(nora);
  const answer = await site.request('/home/you', { as: mother, form: { name: nora.name, email: '' } });
  expect(answer.status).toBe(422);
  expect(errorAt(answer.text, 'email')).toContain('no way back in');
  expect(await addressOf(site, mother)).toBe(nora.email);
});

test('nothing but name and address is taken from the form', async () => {
  const site = await world();
  const mother = await site.person(nora);
  const before = await site.database.reader.selectFrom('person').selectAll().execute();
  const form = {
    name: nora.name,
    email: nora.email,
    id: 'x',
    created_at: '1970',
    role: 'host',
    person_id: 'x',
  };
  await site.request('/home/you', { as: mother, form });
  expect(await site.database.reader.selectFrom('person').selectAll().execute()).toEqual(before);
});

test('a code on paper is a way back too, and then the address may go', async () => {
  const site = await world();
  const mother = await site.person(nora);
  await site.request('/home/you/recovery', { as: mother, form: {} });
  await scenario(site, {
    as: mother,
    post: '/home/you',
    form: { name: nora.name, email: '' },
    expect: { status: 303 },
  });
  expect(await addressOf(site, mother)).toBe('');
});
