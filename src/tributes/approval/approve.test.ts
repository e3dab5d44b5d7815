import { expect, test } from 'vitest';
import { nobody } from '#audiences/viewer.ts';
import { NotFound } from '#http/refusals.ts';
import { deviceOf } from '#people/devices/device.ts';
import { ines } from '#test/cast.ts';
import { eachDatabase } from '#test/databases.ts';
import { type Open, type Visitor, world } from '#test/world.ts';
import { findApproval } from '#tributes/approval/approvals.ts';
import { askParents, giveBack, publishForKeeper } from '#tributes/approval/approve.ts';
import { askedToPublish } from '#tributes/signing/asked.ts';
import { keepDraft, wordsSoFar } from '#tributes/writing/keep-draft.ts';
import { publishTribute } from '#tributes/publishing/publish.ts';
import { findOwnTribute, findTributeAt } from '#tributes/tributes.ts';
import { listWaiting } from '#tributes/waiting.ts';

/** Ines keeps the page with the parents, and has written a letter. */
async function told(open: Open) {
  const site = await world({ open });
  const wrens = await site.family();
  const memorial = await site.opened(wrens.memorial);
  const aunt = await site.joins(wrens.id, 'keeper', ines);
  const { reader, write } = site.database;
  const letter = await site.letter(memorial, aunt, { title: 'From your aunt', published: false });
  const now = () => site.tributeNow(letter);
  const writes = async (text: string, title = 'From your aunt') => {
    const tribute = await now();
    const words = { ...(await wordsSoFar(reader, tribute))!, text, title };
    const save = { beganFrom: tribute.revision, editor: crypto.randomUUID(), device: deviceOf(), words };
    await write((tx) => keepDraft(tx, tribute, save, site.clock.now()));
  };
  const asks = async (revision?: number) => {
    const tribute = await now();
    const asked = { revision: revision ?? tribute.revision, audience: 'everyone' } as const;
    return write((tx) => askParents(tx, tribute, asked, site.clock.now()));
  };
  const publishes = async (
    person: Visitor,
    revision?: number,
    audience: 'only-us' | 'everyone' = 'everyone',
  ) => {
    const by = { person, tributeId: letter.id, audience, revision: revision ?? (await now()).revision };
    return write((tx) => publishForKeeper(tx, memorial, by, site.clock.now()));
  };
  const givesBack = (person: Visitor, note: string) =>
    write((tx) => giveBack(tx, person, { tributeId: letter.id, note }, site.clock.now()));
  const read = () => findTributeAt(reader, nobody, memorial, 'from-your-aunt');
  const waitsFor = async (person: Visitor) =>
    (await listWaiting(reader, person)).map(({ what, name }) => `${what} ${name}`);
  return {
    site,
    ...wrens,
    memorial,
    aunt,
    reader,
    write,
    letter,
    now,
    writes,
    asks,
    publishes,
    givesBack,
    read,
    waitsFor,
  };
}

eachDatabase('a keeper', (open) => {
  test('asks; each parent finds it; one publishes it, and it stays the keeper’s', async () => {
    const { asks, waitsFor, mother, father, aunt, publishes, read, letter, reader } = await told(open);
    expect(await asks()).toEqual({ asked: true });
    expect(await waitsFor(mother)).toEqual(['approval Ines Vale']);
    expect(await waitsFor(father)).toEqual(['approval Ines Vale']);
    expect(await waitsFor(aunt)).toEqual([]);
    expect((await askedToPublish(reader, father, letter.id)).words?.text).toBe('Dear Wren');
    expect(await publishes(mother)).toHaveProperty('published');
    const published = await read();
    expect(published?.words.text).toBe('Dear Wren');
    expect(published?.writerId).toBe(aunt.id);
    expect(await findOwnTribute(reader, mother.id, letter.id)).toBeUndefined();
    expect(await waitsFor(father)).toEqual([]);
    expect(await findApproval(reader, letter.id)).toBeUndefined();
    const { published_by } = await reader
      .selectFrom('tribute_version')
      .select('published_by')
      .executeTakeFirstOrThrow();
    expect(published_by).toBe(mother.id);
  });

  test('has it back with a note, and it waits for no parent any more', async () => {
    const { site, asks, waitsFor, mother, father, aunt, givesBack, reader, letter, read } = await told(open);
    await asks();
    await givesBack(father, 'The name of the ward\nshould not be in it.');
    expect(await waitsFor(mother)).toEqual([]);
    expect(await waitsFor(aunt)).toEqual(['returned Elias Lind']);
    await expect(askedToPublish(reader, mother, letter.id)).rejects.toThrow(NotFound);
    const approval = await findApproval(reader, letter.id);
    expect(approval?.note).toBe('The name of the ward\nshould not be in it.');
    expect(approval?.returnedAt).toBe(site.clock.now());
    expect(await read()).toBeUndefined();
    await asks();
    expect(await waitsFor(aunt)).toEqual([]);
    expect(await waitsFor(mother)).toEqual(['approval Ines Vale']);
  });

  test('who writes on shows nobody the new words, and nothing is published that no parent read', async () => {
    const { asks, writes, waitsFor, mother, publishes, reader, letter, read, now } = await told(open);
    await asks();
    const { revision } = await now();
    await writes('Half a sentence');
    expect(await waitsFor(mother)).toEqual([]);
    expect((await askedToPublish(reader, mother, letter.id)).words).toBeUndefined();
    expect(await publishes(mother, revision)).toEqual({ refused: 'changed-since' });
    expect(await publishes(mother)).toEqual({ refused: 'changed-since' });
    expect(await read()).toBeUndefined();
    expect(await asks(revision)).toEqual({ refused: 'changed-since' });
    await writes(' ', '');
    expect(await asks()).toEqual({ refused: 'says-nothing' });
  });

  test('who keeps it for the family meanwhile is still asking about the same words', async () => {
    const { site, asks, now, write, memorial, mother, waitsFor, publishes, read } = await told(open);
    await asks();
    const tribute = await now();
    const as = { audience: 'only-us', revision: tribute.revision } as const;
    await write((tx) => publishTribute(tx, memorial, tribute, as, site.clock.now()));
    expect(await waitsFor(mother)).toEqual(['approval Ines Vale']);
    await publishes(mother);
    expect((await read())?.words.number).toBe(1);
  });

  test('is answered by the parents of that family, and by nobody else', async () => {
    const { site, id, asks, publishes, givesBack, aunt, letter, reader, read } = await told(open);
    await asks();
    const other = await site.family({ name: 'Nell' }, { name: 'Edgar' });
    const others = [
      aunt,
      other.mother,
      await site.joins(id, 'keeper', { name: 'Grandmother Liv' }),
      await site.joins(id, 'doorkeeper', { name: 'Jo' }),
      await site.joins(id, 'relative', { name: 'Uncle Per' }),
    ];
    for (const person of others) {
      await expect(askedToPublish(reader, person, letter.id)).rejects.toThrow(NotFound);
      await expect(publishes(person)).rejects.toThrow(NotFound);
      await expect(givesBack(person, 'x')).rejects.toThrow(NotFound);
    }
    expect(await read()).toBeUndefined();
  });

  test('and what was never asked cannot be published by a parent', async () => {
    const { publishes, givesBack, mother, reader } = await told(open);
    await expect(publishes(mother)).rejects.toThrow(NotFound);
    await expect(givesBack(mother, '')).rejects.toThrow(NotFound);
    expect(await reader.selectFrom('approval').selectAll().execute()).toEqual([]);
  });
});
