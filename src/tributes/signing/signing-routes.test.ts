import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ines } from '#test/cast.ts';
import { decoded, formTo } from '#test/html.ts';
import { scenario } from '#test/scenario.ts';
import { type Visitor, world } from '#test/world.ts';

/** Nora's letter with a photograph of hers, which Elias is ticked on and has not been asked about. */
async function told() {
  const site = await world();
  const wrens = await site.family();
  const { mother, father, memorial, id } = wrens;
  const { id: photographId } = await site.photograph(id, mother, 'only hers so far');
  const letter = await site.letter(memorial, mother, { published: false, photographs: [photographId] });
  const path = `/home/tributes/${letter.id}`;
  const writes = async (text: string) => {
    const { revision } = await site.tributeNow(letter);
    const form = { title: 'You', text, revision: String(revision), editor: randomUUID(), places: 'now' };
    const ticked = { [`signs-${mother.id}`]: 'yes', [`signs-${father.id}`]: 'yes' };
    const answer = await site.request(`${path}/draft`, { as: mother, form: { ...form, ...ticked } });
    expect(answer.status).toBe(303);
  };
  await writes('Dear Wren, from both of us');
  const asks = (by: Visitor = mother, person = father.id) =>
    site.request(`${path}/signatures`, { as: by, form: { person } });
  const reads = async (by: Visitor) => {
    const answer = await site.request(`${path}/signature`, { as: by });
    return { ...answer, text: decoded(answer.text) };
  };
  return { site, ...wrens, letter, path, photographId, writes, asks, reads };
}

describe('the sheet before publishing', () => {
  test('asks each who is ticked, by a button of its own', async () => {
    const { site, path, mother, father, asks } = await told();
    const sheet = async () => decoded((await site.request(`${path}/publication`, { as: mother })).text);
    expect(await sheet()).toContain('Papa has not been asked about these words yet');
    expect(formTo(await sheet(), `${path}/signatures`).fields).toMatchObject({ person: father.id });
    expect((await asks()).location).toBe(`${path}/publication`);
    expect(await sheet()).toContain('Papa is asked, and answers whenever it is right');
    expect(await sheet()).not.toContain('Ask Papa to sign');
  });

  test('asks nobody who is not ticked, and nobody outside the family', async () => {
    const { site, id, asks, mother, father } = await told();
    const aunt = await site.joins(id, 'keeper', ines);
    const before = await site.rows();
    for (const person of [aunt.id, mother.id, 'nobody', ''])
      expect((await asks(mother, person)).status).toBe(404);
    expect((await asks(father)).status).toBe(404);
    expect(await site.rows()).toBe(before);
  });
});

describe('the mail', () => {
  test('says who asks and where to read it, and nothing of the words or the child', async () => {
    const { site, path, asks, photographId } = await told();
    await asks();
    await site.work();
    const [mail, ...more] = await site.mails();
    expect(more).toEqual([]);
    expect(mail?.to).toBe('elias@family.example');
    expect(mail?.subject).toBe('Nora Lind asks you to sign something together');
    expect(mail?.text).toContain(`${site.url}${path}/signature`);
    for (const part of [mail!.subject, mail!.text, mail!.html])
      expect(part).not.toMatch(new RegExp(`Wren|You\\b.*title|both of us|${photographId}`));
  });

  test('is not sent to somebody without an address, who finds it on their home', async () => {
    const { site, id, path, mother, letter } = await told();
    const aunt = await site.joins(id, 'keeper', { name: ines.name });
    const { revision } = await site.tributeNow(letter);
    const form = { title: '', text: 'x', revision: String(revision), [`signs-${aunt.id}`]: 'yes' };
    await site.request(`${path}/draft`, { as: mother, form });
    await site.request(`${path}/signatures`, { as: mother, form: { person: aunt.id } });
    await site.work();
    expect(await site.mails()).toEqual([]);
    const home = decoded((await site.request('/home', { as: aunt })).text);
    expect(home).toContain('Nora Lind asks you to sign something for Wren');
    expect(home).toContain(`${path}/signature`);
  });

  test('is not sent when other words are being written by then', async () => {
    const { site, asks, writes } = await told();
    await asks();
    await writes('Not yet');
    await site.work();
    expect(await site.mails()).toEqual([]);
  });
});

describe('a draft that somebody is asked to sign', () => {
  test('is read by them with its photographs, as readers will, and by nobody else', async () => {
    const { site, id, asks, reads, path, father, mother, photographId } = await told();
    const picture = `${path}/asked/${photographId}/480.jpeg`;
    const others = {
      mother,
      keeper: await site.joins(id, 'keeper', ines),
      doorkeeper: await site.joins(id, 'doorkeeper', { name: 'Jo' }),
      relative: await site.joins(id, 'relative', { name: 'Liv' }),
      stranger: (await site.family({ name: 'Nell' }, { name: 'Edgar' })).mother,
    };
    expect((await reads(father)).status).toBe(404);
    expect((await site.request(picture, { as: father })).status).toBe(404);
    await asks();
    const { status, text } = await reads(father);
    expect(status).toBe(200);
    expect(text).toContain('Dear Wren, from both of us');
    expect(text).toContain('Mama and Papa');
    expect(text).toContain(picture);
    const shown = await site.request(picture, { as: father });
    expect([shown.status, shown.text]).toEqual([200, 'only hers so far']);
    // The words, and nothing else of it.
    for (const part of ['', '/preview', '/publication', '/published'])
      expect([part, (await site.request(`${path}${part}`, { as: father })).status]).toEqual([part, 404]);
    expect((await site.request(`/home/photographs/${photographId}/480.jpeg`, { as: father })).status).toBe(
      404,
    );
    for (const [name, who] of Object.entries(others)) {
      expect([name, (await reads(who)).status]).toEqual([name, 404]);
      expect([name, (await site.request(picture, { as: who })).status]).toEqual([name, 404]);
      for (const method of ['POST', 'DELETE'])
        expect((await site.request(`${path}/signature`, { as: who, method, form: {} })).status).toBe(404);
    }
  });

  test('is gone for them when they have answered', async () => {
    const { site, asks, reads, path, father } = await told();
    await asks();
    await scenario(site, {
      as: father,
      post: `${path}/signature?_method=delete`,
      form: {},
      expect: { status: 303, location: '/home' },
    });
    expect((await reads(father)).status).toBe(404);
    const home = await site.request('/home', { as: father });
    expect(home.text).not.toContain(`${path}/signature`);
  });

  test('answers as one that does not exist to whoever is not asked', async () => {
    const { site, path, letter, father } = await told();
    const theirs = await site.request(`${path}/signature`, { as: father });
    const nobodys = await site.request(`${path}/signature`.replace(letter.id, 'never-was'), { as: father });
    expect(theirs.bytes.equals(nobodys.bytes)).toBe(true);
  });

  test('that is written on meanwhile says so, and a page from before is refused with nothing signed', async () => {
    const { site, asks, reads, writes, path, father } = await told();
    await asks();
    const { fields } = formTo((await reads(father)).text, `${path}/signature`);
    await writes('Not for him to see yet');
    const { status, text } = await reads(father);
    expect(status).toBe(200);
    expect(text).toContain('Nora Lind is still writing on it');
    expect(text).not.toContain('Not for him');
    await scenario(site, {
      as: father,
      post: `${path}/signature`,
      form: fields,
      expect: {
        status: 422,
        contains: ['were changed after this page was opened'],
        notContains: ['Not for him'],
      },
    });
  });
});

describe('a name under what is published', () => {
  test('comes with the answer, is found on the page, and is taken away from there', async () => {
    const { site, memorial, asks, reads, path, father, mother, letter } = await told();
    await asks();
    await site.opened(memorial);
    const { revision } = await site.tributeNow(letter);
    const form = { audience: 'everyone', revision: String(revision), when: 'now' };
    expect((await site.request(`${path}/publication`, { as: mother, form })).status).toBe(303);
    const signed = async () => decoded((await site.request('/wren/you')).text);
    expect(await signed()).not.toContain('Papa');
    const { fields } = formTo((await reads(father)).text, `${path}/signature`);
    // A double click is one answer, and the second finds what the first found.
    for (const _ of [1, 2])
      expect((await site.request(`${path}/signature`, { as: father, form: fields })).location).toBe('/home');
    expect(await signed()).toContain('Mama and Papa');
    const page = (await site.request(`/home/memorials/${memorial.id}`, { as: father })).text;
    expect(page).toContain(`href="${path}/signature"`);
    expect((await reads(father)).text).toContain('Your name stands under these words as “Papa”');
    const away = { as: father, method: 'DELETE', form: {} };
    expect((await site.request(`${path}/signature`, away)).status).toBe(303);
    expect(await signed()).not.toContain('Papa');
    expect(await signed()).toContain('Dear Wren, from both of us');
    expect((await site.request(`${path}/signature`, away)).status).toBe(404);
    const sheet = decoded((await site.request(`${path}/publication`, { as: mother })).text);
    expect(sheet).not.toContain('Papa has signed');
  });
});
