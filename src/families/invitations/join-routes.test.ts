import { describe, expect, test } from 'vitest';
import { revokeInvitation } from '#families/invitations/invitations.ts';
import { invite, inviteFamily } from '#families/invitations/invite.ts';
import { joinPath } from '#families/paths.ts';
import { elias, ines, nora } from '#test/cast.ts';
import { decoded, errorAt, formTo } from '#test/html.ts';
import { askForMail } from '#test/signing-in.ts';
import { type Visitor, type World, world } from '#test/world.ts';

const eliasNew = { ...elias, email: 'elias@new.example' };

/** Nora has a family and an invitation for somebody into it. */
async function invited(role: 'parent' | 'keeper' = 'parent') {
  const site = await world();
  const { mother, id: familyId, memorial } = await site.family(nora, ines);
  const { write, reader } = site.database;
  const secret = await write((tx) =>
    invite(tx, { familyId, invitedBy: mother.id, role, name: '', email: undefined }, site.clock.now()),
  );
  const { id } = await reader.selectFrom('invitation').select('id').executeTakeFirstOrThrow();
  const takeBack = () => write((tx) => revokeInvitation(tx, id, familyId, site.clock.now()));
  return { site, mother, familyId, memorial, path: joinPath(secret), takeBack };
}

/** Joins as the page's own form would. */
async function join(site: World, path: string, as: Visitor, email = '', who = elias) {
  const { fields } = formTo((await site.request(path, { as })).text, path);
  const form = { ...fields, name: who.name, 'signs-as': who.signsAs, email };
  return { answer: await site.request(path, { as, form }), form };
}

const digits = async (site: World): Promise<string> =>
  /^\d{6}$/m.exec((await site.mails()).at(-1)?.text ?? '')?.[0] ?? '';
const people = async ({ database }: World): Promise<number> =>
  (await database.reader.selectFrom('person').select('id').execute()).length;

describe('a link that was used', () => {
  test('says so to whoever holds it, and whom to ask; it lets nobody in', async () => {
    const { site, path } = await invited();
    await join(site, path, site.stranger());
    const count = await people(site);
    const other = site.stranger();
    for (const form of [undefined, { name: 'Somebody', 'signs-as': '', email: '' }]) {
      const answer = await site.request(path, { as: other, ...(form ? { form } : {}) });
      expect(answer.status).toBe(410);
      expect(decoded(answer.text)).toContain('please ask Nora Lind for a new one');
      expect(answer.text).toContain('href="/sign-in"');
      expect(answer.text).not.toContain(elias.name);
      expect([...other.cookies]).toEqual([]);
    }
    expect(await people(site)).toBe(count);
  });

  test('leads home whoever used it', async () => {
    const { site, path } = await invited();
    const father = site.stranger();
    await join(site, path, father);
    expect((await site.request(path, { as: father })).location).toBe('/home');
  });

  test('is no dead end for a double click, and none for anybody a minute later', async () => {
    const { site, path } = await invited();
    const { form } = await join(site, path, site.stranger());
    const count = await people(site);
    const again = site.stranger();
    expect((await site.request(path, { as: again, form })).location).toMatch(/^\/home\?joined=/);
    expect((await site.request('/home', { as: again })).status).toBe(200);
    // One browser pressed twice: one device is signed in.
    const { text } = await site.request('/home/you', { as: again });
    expect(decoded(text)).toContain('this device, signed in on');
    expect(text).not.toContain('/home/you/sessions/others');
    site.clock.advance({ minutes: 2 });
    const late = site.stranger();
    expect((await site.request(path, { as: late, form })).status).toBe(410);
    expect((await site.request('/home', { as: late })).status).toBe(303);
    expect(await people(site)).toBe(count);
  });
});

test('a link that was taken back and one that is too old have a sentence of their own', async () => {
  const old = await invited();
  old.site.clock.advance({ days: 15 });
  const over = await old.site.request(old.path);
  expect([over.status, decoded(over.text)]).toEqual([410, expect.stringContaining('Nora Lind can make')]);
  const { site, path, takeBack } = await invited();
  await takeBack();
  const back = await site.request(path, { form: { name: 'x', 'signs-as': '', email: '' } });
  expect([back.status, decoded(back.text)]).toEqual([410, expect.stringContaining('was taken back')]);
});

test('a link that never was is a page that never was', async () => {
  const { site } = await invited();
  const never = await site.request(joinPath('x'.repeat(43)));
  expect([never.status, never.text]).toEqual([404, (await site.request('/no-such-child')).text]);
});

describe('an address given at joining', () => {
  test('counts once its digits came back, and then one goes on to the welcome', async () => {
    const { site, path, familyId } = await invited();
    const father = site.stranger();
    const { answer } = await join(site, path, father, eliasNew.email);
    const shown = await site.request(answer.location ?? '', { as: father });
    expect(decoded(shown.text)).toContain(eliasNew.email);
    expect((await askForMail(site, eliasNew.email)).link).toBe('');
    const { fields } = formTo(shown.text, '/home/you/address');
    const wrong = await site.request('/home/you/address', { as: father, form: { ...fields, code: 'x' } });
    expect(errorAt(wrong.text, 'code')).toContain('not the right ones');
    const form = { ...formTo(wrong.text, '/home/you/address').fields, code: await digits(site) };
    const confirmed = await site.request('/home/you/address', { as: father, form });
    expect(confirmed.location).toBe(`/home?joined=${familyId}`);
    expect((await askForMail(site, eliasNew.email)).link).not.toBe('');
  });

  test('can wait: it stands on one’s own page, unconfirmed, and home says so gently', async () => {
    const { site, path, familyId } = await invited();
    const father = site.stranger();
    const { answer } = await join(site, path, father, eliasNew.email);
    const shown = await site.request(answer.location ?? '', { as: father });
    expect(shown.text).toContain(`href="/home?joined=${familyId}"`);
    expect(decoded((await site.request('/home', { as: father })).text)).toContain('find your way back');
    const you = decoded((await site.request('/home/you', { as: father })).text);
    expect(you).toContain('not confirmed yet');
    expect(formTo(you, '/home/you').fields['email']).toBe(eliasNew.email);
    const form = { name: elias.name, email: '' };
    expect((await site.request('/home/you', { as: father, form })).status).toBe(303);
    expect(decoded((await site.request('/home/you', { as: father })).text)).not.toContain('not confirmed');
  });

  test('that somebody has looks like any other, and blocks nobody', async () => {
    const pages: string[] = [];
    for (const email of [nora.email, 'n@new.example']) {
      const { site, path } = await invited();
      const father = site.stranger();
      const { answer } = await join(site, path, father, email);
      expect(answer.status).toBe(303);
      const page = await site.request(answer.location ?? '', { as: father });
      pages.push(page.text.replaceAll(email, '').replaceAll(/[0-9a-f-]{36}/g, ''));
      expect((await site.mails()).map(({ to }) => to)).toEqual(email === nora.email ? [] : [email]);
      if (email !== nora.email) continue;
      // Guessing its digits gives nobody the address of another.
      const { fields } = formTo(page.text, '/home/you/address');
      const form = { ...fields, code: '000000' };
      expect((await site.request('/home/you/address', { as: father, form })).status).toBe(422);
    }
    expect(pages[0]).toBe(pages[1]);
  });
});

describe('home', () => {
  test('welcomes the father in a sentence, and tells the mother once that he is there', async () => {
    const { site, path, mother, familyId } = await invited();
    const father = site.stranger();
    const { answer } = await join(site, path, father);
    expect(answer.location).toBe(`/home?joined=${familyId}`);
    const his = decoded((await site.request(answer.location ?? '', { as: father })).text);
    expect(his).toContain('Welcome. Nora Lind and Ines Vale keep the page of Wren here');
    expect(his).not.toContain('is here now');
    const hers = async () => decoded((await site.request('/home', { as: mother })).text);
    expect(await hers()).toContain('Elias Lind is here now');
    expect(await hers()).not.toContain('is here now');
  });

  test('welcomes a keeper as one', async () => {
    const { site, path } = await invited('keeper');
    const friend = site.stranger();
    const { answer } = await join(site, path, friend);
    const page = decoded((await site.request(answer.location ?? '', { as: friend })).text);
    expect(page).toContain('write letters of your own');
  });

  test('welcomes nobody into a family that is not theirs', async () => {
    const { site, familyId } = await invited();
    const { mother } = await site.family(
      { ...nora, email: 'nell@other.example' },
      { ...elias, email: 'edgar@other.example' },
    );
    const page = await site.request(`/home?joined=${familyId}`, { as: mother });
    expect(page.text).not.toContain('Welcome');
  });
});

test('the first parent of a new family is told whose place it is, and nobody else sees it', async () => {
  const site = await world();
  const host = await site.person({ name: 'Uncle Aron' });
  const { write } = site.database;
  const secret = await write((tx) =>
    inviteFamily(tx, { invitedBy: host.id, name: nora.name, email: undefined }, site.clock.now()),
  );
  const path = joinPath(secret);
  expect(decoded((await site.request(path)).text)).toContain('its pages show Uncle Aron nothing of it');
  const mother = site.stranger();
  const { answer } = await join(site, path, mother, '', nora);
  expect(decoded((await site.request(answer.location ?? '', { as: mother })).text)).toContain(
    'This place is yours',
  );
  const begun = await site.request('/home/memorials', { as: mother, form: {} });
  expect(begun.location).toMatch(/\/start\/name$/);
  const seen = await site.request(begun.location ?? '', { as: host });
  expect(seen.status).toBe(404);
  expect(decoded((await site.request('/home', { as: host })).text)).not.toContain('is here now');
});
