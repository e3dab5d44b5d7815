import { expect, test } from 'vitest';
import type { Audience } from '#audiences/audience.ts';
import { nobody } from '#audiences/viewer.ts';
import { sha256Of } from '#lib/exact-text.ts';
import { hashSecret } from '#lib/secret.ts';
import { eachDatabase } from '#test/databases.ts';
import { world } from '#test/world.ts';
import { binTribute, eraseTribute } from '#tributes/bin/bin.ts';
import { findVersion } from '#tributes/versions/versions.ts';
import { listApproved, listCurrent } from '#translations/approved.ts';
import { listPublicWords } from '#words/public-words.ts';
import {
  approveTranslation,
  bringBackTranslation,
  returnTranslation,
  withdrawTranslation,
} from '#translations/approve-translation.ts';
import {
  inviteTranslator,
  keepTranslation,
  offerTranslation,
  renewLink,
  type Typed,
} from '#translations/translate.ts';
import {
  besideOriginal,
  changedParagraphs,
  countOutdated,
  leftOver,
  shaped,
  stateOf,
  textOf,
} from '#translations/translation.ts';
import { findByLink, findTranslation, listTranslations, setLink } from '#translations/translations.ts';

test('a translated paragraph goes with the original that it was written for', () => {
  const done = [
    { original: 'One.', text: 'Bir.' },
    { original: 'Two.', text: 'İki.' },
  ];
  expect(besideOriginal('Zero.\n\nOne.\n\nTwo.', done).map(({ text }) => text)).toEqual(['', 'Bir.', 'İki.']);
  // What was translated stays in sight where the original was changed, with what it was a translation of.
  expect(besideOriginal('One.\n\nTwo, now.', done)[1]).toMatchObject({
    original: 'Two, now.',
    text: 'İki.',
    was: 'Two.',
  });
  // One that came in before it moves it on, and one that is gone is kept for when it comes back.
  expect(besideOriginal('Zero.\n\nOne.\n\nTwo, now.', done)[2]).toMatchObject({ text: 'İki.', was: 'Two.' });
  expect(leftOver('One.', done)).toEqual([{ original: 'Two.', text: 'İki.' }]);
  const gone = [done[0]!, { ...done[1]!, gone: true as const }];
  expect(textOf(gone)).toBe('Bir.');
  expect(besideOriginal('One.\n\nTwo.', gone)[1]).toMatchObject({ text: 'İki.', was: undefined });
  expect(changedParagraphs('One.\n\nTwo.', 'One.\n\nTwo, now.')).toEqual([1]);
});

test('a translated paragraph keeps the shape of its original', () => {
  expect(shaped('One.', 'Bir.\n\n\nBir.\n')).toBe('Bir.\nBir.');
  expect(shaped('\nOne.', 'Bir.')).toBe('\nBir.');
  expect(shaped('  ', 'lost')).toBe('  ');
});

eachDatabase('translations', (open) => {
  test('are asked for, offered, given back, approved, and seen by exactly those who see the original', async () => {
    const site = await world({ open });
    const { id: familyId, mother, memorial } = await site.family();
    await site.opened(memorial);
    const { reader, write } = site.database;
    const now = (): string => site.clock.now();
    const letter = await site.letter(memorial, mother, {
      title: 'To you',
      text: 'One.\n\nTwo.',
      audience: 'everyone',
    });
    const original = (await findVersion(reader, letter.id, 1))!;
    const asked = {
      tributeId: letter.id,
      language: 'tr',
      translator: 'Defne',
      invitedBy: mother.id,
      original,
    };
    const invited = await write((tx) => inviteTranslator(tx, asked, now()));
    if ('refused' in invited) throw new Error(invited.refused);
    expect(await write((tx) => inviteTranslator(tx, asked, now()))).toEqual({ refused: 'language-taken' });
    const begun = invited.translation;
    expect(await listTranslations(reader, letter.id)).toEqual([begun]);
    const current = async () => (await findTranslation(reader, begun.id))!;
    const opens = (secret: string, at = now()) => findByLink(reader, hashSecret(secret), at);
    const keep = (texts: string[], also: Partial<Typed> = {}, of = original) =>
      write(async (tx) => {
        const one = (await findTranslation(tx, begun.id))!;
        const paragraphs = texts.map((text, at): [string, string] => [`text-${at}`, text]);
        const fields = { 'around-title': 'Sana', ...Object.fromEntries(paragraphs) };
        const typed = { texts: fields, fits: new Set<string>(), editor: 'a page', ofVersion: of.number };
        return keepTranslation(tx, one, of, { ...typed, revision: one.revision, ...also });
      });
    const approve = () =>
      write(async (tx) => {
        const one = (await findTranslation(tx, begun.id))!;
        return approveTranslation(tx, one, { id: mother.id, revision: one.revision }, now());
      });
    const offer = () =>
      write(async (tx) =>
        offerTranslation(tx, (await findTranslation(tx, begun.id))!, original, { familyId }, now()),
      );

    // The link opens this one, and nothing once there is a newer one, it was taken back or is over.
    expect((await opens(invited.secret))?.id).toBe(begun.id);
    expect(await opens(invited.secret, '2999-01-01T00:00:00.000Z')).toBeUndefined();
    const secret = await write((tx) => renewLink(tx, begun, mother, now()));
    expect([await opens(invited.secret), (await opens(secret))?.id]).toEqual([undefined, begun.id]);
    await write((tx) => setLink(tx, begun.id, undefined));
    expect(await opens(secret)).toBeUndefined();

    await keep(['Bir.', '']);
    expect(await offer()).toEqual({ refused: 'is-unfinished' });
    // From an older save of another page; the page that saved last goes on, even if no answer reached it.
    const elsewhere = { revision: 0, editor: 'another page' };
    expect(await keep(['lost?'], elsewhere)).toEqual({ refused: 'is-older' });
    expect(await keep(['lost?'], { ofVersion: 2 })).toEqual({ refused: 'is-older' });
    await keep(['Bir.', 'İki.'], { revision: 0 });
    expect((await current()).revision).toBe(2);
    expect(await offer()).toBe('offered');
    expect(stateOf(await current())).toBe('offered');
    // The same words again are no other words, and offered again they are offered once.
    await keep(['Bir.', 'İki.']);
    const told = () =>
      reader.selectFrom('job').select('payload').where('kind', '=', 'tell-translation').execute();
    expect([stateOf(await current()), await offer(), (await told()).length]).toEqual([
      'offered',
      'offered',
      2,
    ]);
    const giveBack = (revision: number) =>
      write(async (tx) => {
        const one = (await findTranslation(tx, begun.id))!;
        return returnTranslation(tx, one, { note: 'Once more?', revision });
      });
    expect(await giveBack(1)).toEqual({ refused: 'changed-since' });
    expect(await giveBack(2)).toBe('returned');
    expect(stateOf(await current())).toBe('returned');
    expect(await approve()).toEqual({ refused: 'changed-since' });
    await offer();

    const inPublic = async () =>
      (await listPublicWords(reader, memorial.id)).map(({ language, text }) => `${language}: ${text}`);
    expect(await inPublic()).toEqual(['en: One.\n\nTwo.']);
    expect(await approve()).toBe('approved');
    expect(await inPublic()).toEqual(['en: One.\n\nTwo.', 'tr: Bir.\n\nİki.']);
    expect((await listPublicWords(reader, memorial.id))[1]).toMatchObject({
      original: false,
      current: true,
      of: 1,
      translator: 'Defne',
      sha256: sha256Of('Bir.\n\nİki.'),
    });

    // What is written next is nobody's until it is approved, and the words before stay citable.
    await keep(['Bir daha.', 'İki.']);
    expect((await inPublic())[1]).toBe('tr: Bir.\n\nİki.');
    await offer();
    await approve();
    const around = await site.memorialNow(memorial);
    expect((await listApproved(reader, nobody, around, letter.id)).map(({ number }) => number)).toEqual([
      1, 2,
    ]);
    expect((await listCurrent(reader, nobody, around, [letter.id])).map(({ number }) => number)).toEqual([2]);

    // Taken away from readers, and brought back: every version is there as it was.
    const approved = await current();
    await write((tx) => withdrawTranslation(tx, approved, now()));
    expect([stateOf(await current()), await inPublic()]).toEqual(['withdrawn', ['en: One.\n\nTwo.']]);
    expect(await listCurrent(reader, nobody, around, [letter.id])).toEqual([]);
    const withdrawn = await current();
    await write((tx) => bringBackTranslation(tx, withdrawn));
    expect((await inPublic()).length).toBe(3);

    // The original changes: what was translated stays beside it, marked until somebody has looked.
    const changed = { ...original, number: 2, text: 'One.\n\nTwo, now.' };
    expect(countOutdated(changed, await current())).toBe(1);
    await keep(['Bir daha.', 'İki.'], {}, changed);
    expect([countOutdated(changed, await current()), textOf((await current()).paragraphs)]).toEqual([
      1,
      'Bir daha.\n\nİki.',
    ]);
    await keep(['Bir daha.', 'İki.'], { fits: new Set(['text-1']) }, changed);
    expect(countOutdated(changed, await current())).toBe(0);

    const narrowed = async (
      row: { audience?: Audience; published_at?: string | null },
      of: 'tribute' | 'version',
    ) =>
      write(async (tx) => {
        if (of === 'tribute') await tx.updateTable('tribute').set(row).where('id', '=', letter.id).execute();
        else
          await tx
            .updateTable('tribute_version')
            .set({ audience: row.audience! })
            .where('tribute_id', '=', letter.id)
            .execute();
      });
    const found = async () => (await listApproved(reader, nobody, around, letter.id)).length;
    for (const audience of ['link', 'circle', 'only-us', 'only-me'] as const) {
      for (const of of ['tribute', 'version'] as const) {
        await narrowed({ audience }, of);
        expect(await found()).toBe(0);
        expect((await inPublic()).some((words) => words.startsWith('tr'))).toBe(false);
        await narrowed({ audience: 'everyone' }, of);
        expect(await found()).toBe(2);
      }
    }
    await narrowed({ published_at: null }, 'tribute');
    expect([await found(), await inPublic()]).toEqual([0, []]);
    await narrowed({ published_at: now() }, 'tribute');
    expect(await listApproved(reader, nobody, { ...around, restsSince: now() }, letter.id)).toEqual([]);
    await write((tx) => binTribute(tx, letter, now()));
    expect([await found(), await inPublic()]).toEqual([0, []]);
    // Erased with its tribute, for good.
    await write((tx) => eraseTribute(tx, letter.id));
    expect(await listTranslations(reader, letter.id)).toEqual([]);
  });
});
