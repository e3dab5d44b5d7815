import { expect, test } from 'vitest';
import { nobody } from '#audiences/viewer.ts';
import { NotFound } from '#http/refusals.ts';
import { deviceOf } from '#people/devices/device.ts';
import { ines } from '#test/cast.ts';
import { eachDatabase } from '#test/databases.ts';
import { type Open, type Visitor, world } from '#test/world.ts';
import { askToSign } from '#tributes/signing/ask-to-sign.ts';
import { askedToSign } from '#tributes/signing/asked.ts';
import { keepDraft, wordsSoFar } from '#tributes/writing/keep-draft.ts';
import { publishTribute, publishWords, withdrawTribute } from '#tributes/publishing/publish.ts';
import { leaveUnsigned, sign } from '#tributes/signing/sign.ts';
import { listSignings } from '#tributes/signing/signings.ts';
import type { Tribute, Words } from '#tributes/tribute.ts';
import { findTributeAt } from '#tributes/tributes.ts';
import { findVersion } from '#tributes/versions/versions.ts';

const mama = 'Mama';
const papa = 'Papa';

/** Nora has written a letter that Elias is ticked on. */
async function told(open: Open) {
  const site = await world({ open });
  const wrens = await site.family();
  const memorial = await site.opened(wrens.memorial);
  const { mother, father } = wrens;
  const { reader, write } = site.database;
  const begun = await site.letter(memorial, mother, { title: 'You', published: false });
  const now = () => site.tributeNow(begun);
  const writes = async (over: Partial<Words>) => {
    const tribute = await now();
    const so = (await wordsSoFar(reader, tribute))!;
    const save = { beganFrom: tribute.revision, editor: crypto.randomUUID(), device: deviceOf() };
    await write((tx) => keepDraft(tx, tribute, { ...save, words: { ...so, ...over } }, site.clock.now()));
  };
  const names = [
    { personId: mother.id, as: mama },
    { personId: father.id, as: papa },
  ];
  await writes({ signed: names });
  const asks = async (who: Visitor = father) => {
    const words = (await wordsSoFar(reader, await now()))!;
    const signature = words.signed.find(({ personId }) => personId === who.id)!;
    await write((tx) => askToSign(tx, begun, { words, signature }, site.clock.now()));
  };
  const publishes = async (audience: 'only-me' | 'only-us' | 'everyone' = 'everyone') => {
    const tribute = await now();
    const as = { audience, revision: tribute.revision };
    return write((tx) => publishTribute(tx, memorial, tribute, as, site.clock.now()));
  };
  const signs = async (who: Visitor = father) => {
    const { sha256 } = await askedToSign(reader, who, begun.id);
    return write((tx) => sign(tx, who, { tributeId: begun.id, sha256 }, site.clock.now()));
  };
  const leaves = (who: Visitor = father) => write((tx) => leaveUnsigned(tx, who, begun.id, site.clock.now()));
  /** The names that readers find under it. */
  const readersFind = async (): Promise<string[] | undefined> => {
    const read = await findTributeAt(reader, nobody, memorial, 'you');
    return read?.words.signed.map(({ as }) => as);
  };
  const mails = async () => {
    await site.work();
    return (await site.mails()).map(({ to }) => to);
  };
  return {
    site,
    ...wrens,
    memorial,
    reader,
    write,
    tribute: begun,
    names,
    now,
    writes,
    asks,
    publishes,
    signs,
    leaves,
    readersFind,
    mails,
  };
}

eachDatabase('signing', (open) => {
  test('asked and signed before it is published: both names stand under the first version', async () => {
    const { asks, signs, publishes, readersFind, mails, tribute, reader } = await told(open);
    await asks();
    await asks();
    expect(await mails()).toEqual(['elias@family.example']);
    expect(await signs()).toEqual({ signed: true });
    await publishes();
    expect(await readersFind()).toEqual([mama, papa]);
    expect(await findVersion(reader, tribute.id, 2)).toBeUndefined();
  });

  test('published before the answer: the name is left out, he is asked, and it comes when he agrees', async () => {
    const { signs, publishes, readersFind, mails, tribute, reader } = await told(open);
    await publishes();
    expect(await readersFind()).toEqual([mama]);
    expect(await mails()).toEqual(['elias@family.example']);
    await signs();
    expect(await readersFind()).toEqual([mama, papa]);
    const [first, second] = [
      await findVersion(reader, tribute.id, 1),
      await findVersion(reader, tribute.id, 2),
    ];
    expect(second?.text).toBe(first?.text);
    expect(second?.sha256).toBe(first?.sha256);
    expect(second?.audience).toBe('everyone');
    expect(await mails()).toHaveLength(1);
  });

  test('a letter for its writer alone asks nobody by being published', async () => {
    const { publishes, reader, tribute, father, mails } = await told(open);
    await publishes('only-me');
    expect(await listSignings(reader, tribute.id)).toEqual([]);
    expect(await mails()).toEqual([]);
    await expect(askedToSign(reader, father, tribute.id)).rejects.toThrow(NotFound);
  });

  test('words changed after he agreed go out without his name, and he is asked anew', async () => {
    const { asks, signs, writes, publishes, readersFind, mails } = await told(open);
    await asks();
    await signs();
    await writes({ text: 'Other words than he read' });
    await publishes();
    expect(await readersFind()).toEqual([mama]);
    expect(await mails()).toHaveLength(2);
    await signs();
    expect(await readersFind()).toEqual([mama, papa]);
    await writes({ text: 'Changed once more' });
    expect(await readersFind()).toEqual([mama, papa]);
    await publishes();
    expect(await readersFind()).toEqual([mama]);
  });

  test('words changed before he answered cannot be signed, nor read', async () => {
    const { site, asks, writes, reader, father, tribute, write, readersFind, publishes } = await told(open);
    await asks();
    const { sha256 } = await askedToSign(reader, father, tribute.id);
    await writes({ text: 'Not meant for him yet' });
    expect((await askedToSign(reader, father, tribute.id)).words).toBeUndefined();
    const answer = await write((tx) => sign(tx, father, { tributeId: tribute.id, sha256 }, site.clock.now()));
    expect(answer).toEqual({ refused: 'changed-since' });
    await publishes();
    expect(await readersFind()).toEqual([mama]);
  });

  test('not this one: readers find nothing of it, and he is not asked by publishing', async () => {
    const { asks, leaves, publishes, readersFind, mails, reader, tribute, father, memorial } =
      await told(open);
    await asks();
    expect(await mails()).toHaveLength(1);
    await leaves();
    await expect(askedToSign(reader, father, tribute.id)).rejects.toThrow(NotFound);
    await publishes();
    expect(await readersFind()).toEqual([mama]);
    expect(JSON.stringify(await findTributeAt(reader, nobody, memorial, 'you'))).not.toContain(father.id);
    expect(await mails()).toHaveLength(1);
  });

  test('asked once more for the same words, he finds it on his home, and no mail follows', async () => {
    const { asks, leaves, mails, reader, father, tribute } = await told(open);
    await asks();
    expect(await mails()).toHaveLength(1);
    await leaves();
    await asks();
    expect(await mails()).toHaveLength(1);
    expect((await askedToSign(reader, father, tribute.id)).standing).toBe('asked');
  });

  test('he takes his name away from what is published, and it does not come back by itself', async () => {
    const { asks, signs, publishes, leaves, readersFind, now, reader, tribute } = await told(open);
    await asks();
    await signs();
    await publishes();
    await leaves();
    expect(await readersFind()).toEqual([mama]);
    expect((await now()).version).toBe(2);
    expect((await findVersion(reader, tribute.id, 2))?.text).toBe('Dear Wren');
    await publishes('only-us');
    await publishes();
    expect(await readersFind()).toEqual([mama]);
  });

  test('opening wider or taking back and publishing again keeps who signed, and who is asked', async () => {
    const { site, write, asks, signs, publishes, readersFind, now, reader, father, tribute } =
      await told(open);
    await publishes('only-us');
    await publishes('everyone');
    expect((await askedToSign(reader, father, tribute.id)).words?.signed.map(({ as }) => as)).toEqual([
      mama,
      papa,
    ]);
    await signs();
    const withdrawn = await now();
    await write((tx) => withdrawTribute(tx, withdrawn, site.clock.now()));
    await expect(asks()).resolves.toBeUndefined();
    await expect(askedToSign(reader, father, tribute.id)).rejects.toThrow(NotFound);
    await publishes();
    expect(await readersFind()).toEqual([mama, papa]);
  });

  test('whoever is not ticked any more is not asked any more', async () => {
    const { asks, writes, names, publishes, reader, father, tribute } = await told(open);
    await asks();
    await writes({ signed: names.slice(0, 1) });
    await expect(askedToSign(reader, father, tribute.id)).rejects.toThrow(NotFound);
    await publishes();
    await expect(askedToSign(reader, father, tribute.id)).rejects.toThrow(NotFound);
    expect(await listSignings(reader, tribute.id)).toEqual([]);
  });

  test('a change that is being written is not what somebody signs of what readers have', async () => {
    const { publishes, writes, signs, reader, father, tribute, readersFind } = await told(open);
    await publishes();
    await writes({ text: 'A change, still hers alone' });
    expect((await askedToSign(reader, father, tribute.id)).words?.text).toBe('Dear Wren');
    await signs();
    expect(await readersFind()).toEqual([mama, papa]);
    expect((await wordsSoFar(reader, tribute))?.text).toBe('A change, still hers alone');
  });

  test('three sign one after the other, and each answer leaves the others alone', async () => {
    const { site, id, names, writes, publishes, signs, leaves, readersFind, father } = await told(open);
    const aunt = await site.joins(id, 'keeper', ines);
    await writes({ signed: [...names, { personId: aunt.id, as: ines.signsAs }] });
    await publishes();
    await signs(aunt);
    expect(await readersFind()).toEqual([mama, ines.signsAs]);
    await signs(father);
    expect(await readersFind()).toEqual([mama, papa, ines.signsAs]);
    await leaves(aunt);
    expect(await readersFind()).toEqual([mama, papa]);
  });

  test('names that stood there before anybody was asked stay until the words change', async () => {
    const { site, write, memorial, reader, now, names, tribute, readersFind, leaves } = await told(open);
    const words = (await wordsSoFar(reader, tribute))!;
    await write((tx) =>
      publishWords(tx, memorial, tribute, { words, audience: 'everyone' }, site.clock.now()),
    );
    await write((tx) =>
      tx
        .updateTable('tribute_version')
        .set({ signed: JSON.stringify(names) })
        .execute(),
    );
    await write((tx) => tx.deleteFrom('signing').execute());
    const as = { audience: 'only-us', revision: (await now()).revision } as const;
    const current: Tribute = await now();
    await write((tx) => publishTribute(tx, memorial, current, as, site.clock.now()));
    expect((await findVersion(reader, tribute.id, (await now()).version))?.signed).toEqual(names);
    await leaves();
    expect((await findVersion(reader, tribute.id, (await now()).version))?.signed).toEqual(names.slice(0, 1));
    expect(await readersFind()).toBeUndefined();
  });
});
