import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Audience } from '#audiences/audience.ts';
import { instantAfter } from '#lib/instant.ts';
import { localTimeAt, localTimeToInstant } from '#lib/local-time.ts';
import { closeMemorial, type Opening } from '#memorials/open.ts';
import { readConfig } from '#config.ts';
import { openSnowdrop } from '#snowdrop.ts';
import { clockAt } from '#test/clock.ts';
import { eachDatabase } from '#test/databases.ts';
import { type Family, type Visitor, type World, world } from '#test/world.ts';
import { publishDue, publishing, publishScheduled } from '#tributes/schedules/publish-due.ts';
import { withdrawTribute } from '#tributes/publishing/publish.ts';
import { scheduleTribute } from '#tributes/schedules/schedule.ts';
import { findSchedule, listUpcoming, moveDue, removeSchedule } from '#tributes/schedules/schedules.ts';
import type { Tribute } from '#tributes/tribute.ts';
import { findDrafts, saveDraft } from '#tributes/writing/drafts.ts';
import { findVersion } from '#tributes/versions/versions.ts';
import { viewerOf } from '#audiences/viewer-of.ts';
import { zones } from '#test/zones.ts';

type When = { local: string; zone: string; audience?: Audience; opening?: Opening; writer?: Visitor };

const berlin = 'Europe/Berlin';
const opening: Opening = {
  to: 'everyone',
  address: 'wren',
  shows: { name: true },
  listed: false,
  indexed: false,
  federated: false,
};

eachDatabase('a letter that waits for its moment', (open) => {
  let site: World;
  let wrens: Family;
  let mother: Visitor;
  beforeEach(async () => {
    site = await world({ open });
    wrens = await site.family();
    ({ mother } = wrens);
  });

  const draft = (title: string, text = `Dear Wren, ${title}`) =>
    site.letter(wrens.memorial, mother, { title, text, published: false });

  async function set(tribute: Tribute, when: When) {
    const { local, zone, audience = 'only-us', opening: answers } = when;
    const moment = { local, zone, dueAt: localTimeToInstant(local, zone) };
    const memorial = await site.memorialNow(wrens.memorial);
    const answer = await site.database.write((tx) => {
      const by = { askedBy: tribute.writerId, revision: tribute.revision, moment, audience };
      return scheduleTribute(tx, memorial, tribute, { ...by, opening: answers }, site.clock.now());
    });
    if ('refused' in answer) throw new Error(answer.refused);
    return answer.scheduled;
  }

  const due = () => publishDue(site.site);
  const scheduleOf = ({ id }: Tribute) => findSchedule(site.database.reader, id);
  const publishedAt = async (tribute: Tribute) => (await site.tributeNow(tribute)).publishedAt;
  const textOf = async (tribute: Tribute) => {
    const { version } = await site.tributeNow(tribute);
    return (await findVersion(site.database.reader, tribute.id, version))?.text;
  };
  const write = async (tribute: Tribute, text: string) => {
    const { draft: before } = await findDrafts(site.database.reader, tribute.id);
    await site.database.write((tx) => saveDraft(tx, { ...before!, text }, tribute.writerId));
  };

  test('goes out once, in the words that it was set in; what is typed since stays a draft', async () => {
    const letter = await draft('A year of you', 'The words she looked at.');
    await set(letter, { local: '2024-03-01T07:30', zone: berlin });
    await write(letter, 'Words that she is still looking for.');
    site.clock.set('2024-03-01T06:29:59.999Z');
    await due();
    expect(await publishedAt(letter)).toBeUndefined();
    site.clock.set('2024-03-01T06:30:00.000Z');
    await Promise.all([due(), due()]);
    await due();
    expect(await publishedAt(letter)).toBe('2024-03-01T06:30:00.000Z');
    expect(await textOf(letter)).toBe('The words she looked at.');
    expect((await site.tributeNow(letter)).version).toBe(1);
    expect(await scheduleOf(letter)).toBeUndefined();
    const { draft: left } = await findDrafts(site.database.reader, letter.id);
    expect(left?.text).toBe('Words that she is still looking for.');
  });

  test('does not come when it was stopped, published by hand or taken back before', async () => {
    const when = { local: '2024-03-01T07:30', zone: berlin };
    const [stopped, byHand, takenBack] = [
      await draft('Stopped'),
      await draft('By hand'),
      await site.letter(wrens.memorial, mother, { title: 'Taken back' }),
    ];
    for (const one of [stopped, byHand, takenBack]) await set(await site.tributeNow(one), when);
    await site.database.write((tx) => removeSchedule(tx, stopped.id));
    const now = await scheduleOf(byHand);
    await site.database.write((tx) => publishScheduled(tx, now!, site.clock.now()));
    await site.database.write((tx) => withdrawTribute(tx, takenBack, site.clock.now()));
    const before = await site.rows();
    site.clock.set('2024-03-01T06:30:00.000Z');
    await due();
    expect(await site.rows()).toBe(before);
    expect(await publishedAt(stopped)).toBeUndefined();
    expect(await publishedAt(byHand)).toBe('2024-02-14T10:00:00.000Z');
    expect(await publishedAt(takenBack)).toBeUndefined();
  });

  test('is asked about when its moment passed more than an hour ago', async () => {
    const [late, missed] = [await draft('An hour late'), await draft('Missed')];
    await set(late, { local: '2024-03-01T08:00', zone: berlin });
    await set(missed, { local: '2024-03-01T07:59', zone: berlin });
    site.clock.set('2024-03-01T08:00:00.000Z');
    await due();
    expect(await publishedAt(late)).toBe('2024-03-01T08:00:00.000Z');
    expect(await publishedAt(missed)).toBeUndefined();
    expect((await scheduleOf(missed))?.missedAt).toBe('2024-03-01T08:00:00.000Z');
    site.clock.advance({ days: 400 });
    await publishing(site.site)();
    expect(await publishedAt(missed)).toBeUndefined();
    const schedule = await scheduleOf(missed);
    await site.database.write((tx) => publishScheduled(tx, schedule!, site.clock.now()));
    expect(await publishedAt(missed)).toBe(site.clock.now());
    expect(await scheduleOf(missed)).toBeUndefined();
  });

  test('of somebody who no longer keeps the page is not published by itself', async () => {
    const aunt = await site.joins(wrens.id, 'keeper', { name: 'Aunt Ada' });
    const letter = await site.letter(wrens.memorial, aunt, { title: 'From Ada', published: false });
    await set(letter, { local: '2024-03-01T07:30', zone: berlin });
    await site.database.write((tx) =>
      tx.updateTable('member').set({ role: 'relative' }).where('person_id', '=', aunt.id).execute(),
    );
    site.clock.set('2024-03-01T06:30:00.000Z');
    await due();
    expect(await publishedAt(letter)).toBeUndefined();
    expect((await scheduleOf(letter))?.missedAt).toBe(site.clock.now());
  });

  test('waits in the bin, and one that fails does not keep the others', async () => {
    const [binned, broken, sound] = [await draft('Binned'), await draft('Broken'), await draft('Sound')];
    for (const one of [binned, broken, sound]) await set(one, { local: '2024-03-01T07:30', zone: berlin });
    await site.database.write(async (tx) => {
      await tx.updateTable('tribute').set({ binned_at: 'then' }).where('id', '=', binned.id).execute();
      await tx.updateTable('schedule').set({ words: '{' }).where('tribute_id', '=', broken.id).execute();
    });
    site.clock.set('2024-03-01T06:30:00.000Z');
    await due();
    expect(await publishedAt(sound)).toBe(site.clock.now());
    const rows = await site.database.reader
      .selectFrom('schedule')
      .select(['tribute_id', 'missed_at'])
      .execute();
    expect(rows.map((row) => row.tribute_id).toSorted()).toEqual([binned.id, broken.id].toSorted());
    expect(rows.map((row) => row.missed_at)).toEqual([null, null]);
  });

  test('opens the page at the same moment, under an address that was taken at once', async () => {
    const letter = await draft('A year of you');
    await set(letter, { local: '2024-03-01T07:30', zone: berlin, audience: 'everyone', opening });
    expect((await site.request('/wren')).status).toBe(404);
    const others = await site.family({ name: 'Nell' }, { name: 'Edgar' });
    await expect(site.opened(others.memorial, 'wren')).rejects.toThrow('error.address-taken');
    site.clock.set('2024-03-01T06:30:00.000Z');
    await due();
    expect((await site.request('/wren/a-year-of-you')).text).toContain('A year of you');
    expect((await site.memorialNow(wrens.memorial)).shows).toMatchObject({ name: true, days: false });
  });

  test('does not open again a page that was opened and closed in between', async () => {
    const letter = await draft('A year of you');
    await set(letter, { local: '2024-03-01T07:30', zone: berlin, audience: 'everyone', opening });
    const opened = await site.opened(wrens.memorial, 'little-wren');
    await site.work();
    await site.database.write((tx) => closeMemorial(tx, opened));
    site.clock.set('2024-03-01T06:30:00.000Z');
    await due();
    expect(await publishedAt(letter)).toBe(site.clock.now());
    expect((await site.memorialNow(wrens.memorial)).audience).toBe('only-us');
    expect((await site.request('/little-wren')).status).toBe(404);
  });

  test('is reckoned anew when the program starts: the rules of a zone may have changed', async () => {
    const letter = await draft('A year of you');
    await set(letter, { local: '2024-07-01T07:30', zone: berlin });
    // As a program reckoned that knew of no summer time.
    await site.database.write((tx) => moveDue(tx, letter.id, '2024-07-01T06:30:00.000Z'));
    site.clock.set('2024-07-01T05:30:00.000Z');
    await due();
    expect(await publishedAt(letter)).toBeUndefined();
    await publishing(site.site)();
    expect(await publishedAt(letter)).toBe('2024-07-01T05:30:00.000Z');
  });

  test('gives a family without a zone that of its first moment, and keeps one that it has', async () => {
    await set(await draft('First'), { local: '2024-03-01T07:30', zone: berlin });
    await set(await draft('Second'), { local: '2024-03-01T07:30', zone: 'Asia/Kathmandu' });
    expect((await site.memorialNow(wrens.memorial)).zone).toBe(berlin);
  });

  test('is known to those who keep the page; its words are its writer’s until then', async () => {
    const letter = await draft('A year of you', 'Her words.');
    await set(letter, { local: '2024-03-01T07:30', zone: berlin, audience: 'everyone', opening });
    const secret = await draft('For myself');
    await site.database.write((tx) =>
      tx.updateTable('tribute').set({ only_for_me: 1 }).where('id', '=', secret.id).execute(),
    );
    await set(await site.tributeNow(secret), { local: '2024-03-02T07:30', zone: berlin });
    const known = async (visitor: Visitor) => {
      const viewer = await viewerOf(site.database.reader, visitor);
      return listUpcoming(site.database.reader, viewer, [await site.memorialNow(wrens.memorial)]);
    };
    expect((await known(mother)).map(({ own }) => own?.words.title)).toEqual(['A year of you', 'For myself']);
    const fathers = await known(wrens.father);
    expect(fathers).toHaveLength(1);
    expect(fathers[0]).toMatchObject({ from: 'Nora Lind', dueAt: '2024-03-01T06:30:00.000Z' });
    expect(JSON.stringify(fathers)).not.toMatch(/Her words|A year of you/);
    expect(JSON.stringify(fathers)).not.toContain(letter.id);
    const relative = await site.joins(wrens.id, 'relative', { name: 'Grandmother Liv' });
    expect(await known(relative)).toEqual([]);
  });

  describe('through a year', () => {
    /** Midsummer, New Year and the middle of each change of the clocks that a zone has in the year. */
    function localTimes(zone: string): string[] {
      const times = ['2024-06-21T12:00', '2025-01-01T00:00'];
      let at = Temporal.Instant.from('2024-02-20T00:00:00Z').toZonedDateTimeISO(zone);
      for (;;) {
        const change = at.getTimeZoneTransition('next');
        if (!change || change.year > 2024) return times;
        const before = change.subtract({ nanoseconds: 1 });
        const [from, to] = [before.toPlainDateTime(), change.toPlainDateTime()].toSorted((a, b) =>
          Temporal.PlainDateTime.compare(a, b),
        ) as [Temporal.PlainDateTime, Temporal.PlainDateTime];
        const middle = from.add({ minutes: Math.round(from.until(to).total('minutes') / 2) });
        times.push(middle.toString({ smallestUnit: 'minute' }));
        at = change;
      }
    }

    test('in twelve zones, through restarts: each once and at its moment; stopped ones never', async () => {
      const waiting: { letter: Tribute; dueAt: string; local: string; zone: string; stopped: boolean }[] = [];
      for (const zone of zones) {
        for (const [index, local] of localTimes(zone).entries()) {
          const letter = await draft(`${zone} ${local}`);
          const { dueAt } = await set(letter, { local, zone });
          waiting.push({ letter, dueAt, local, zone, stopped: index === 0 && zone.startsWith('Pacific') });
        }
      }
      expect(waiting.length).toBeGreaterThan(36);
      for (const { letter, stopped } of waiting)
        if (stopped) await site.database.write((tx) => removeSchedule(tx, letter.id));

      const inTime = waiting.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
      // The site is off from the evening of New Year's Eve in Kiritimati until the next day in Pago Pago.
      const away = (dueAt: string) => dueAt > '2024-12-31T00:00:00.000Z';
      let look = publishing(site.site);
      for (const [count, { dueAt, letter, stopped }] of inTime.entries()) {
        if (away(dueAt)) continue;
        if (count % 7 === 0) look = publishing({ database: site.database, now: site.clock.now });
        const justBefore = instantAfter(dueAt, { seconds: -1 });
        if (justBefore > site.clock.now()) {
          site.clock.set(justBefore);
          await look();
          expect(await publishedAt(letter)).toBeUndefined();
          site.clock.set(instantAfter(dueAt, { seconds: 4 }));
          await look();
        }
        expect([letter.address, await publishedAt(letter)]).toEqual([
          letter.address,
          stopped ? undefined : instantAfter(dueAt, { seconds: 4 }),
        ]);
      }
      site.clock.set('2025-01-01T11:30:00.000Z');
      look = publishing({ database: site.database, now: site.clock.now });
      await look();
      for (const { letter, dueAt, local, zone, stopped } of waiting) {
        const { version, publishedAt: at } = await site.tributeNow(letter);
        const late = dueAt < '2025-01-01T10:30:00.000Z';
        const asked = away(dueAt) && late && !stopped;
        expect([zone, local, version]).toEqual([zone, local, stopped || asked ? 0 : 1]);
        const left = await scheduleOf(letter);
        expect(left?.missedAt).toBe(asked ? site.clock.now() : undefined);
        if (at && localTimeAt(at, zone).slice(0, 13) !== local.slice(0, 13))
          expect(localTimeAt(at, zone) > local).toBe(true);
      }
      const { count } = await site.database.reader
        .selectFrom('tribute_version')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      const published = waiting.filter(
        ({ dueAt, stopped }) => !stopped && (!away(dueAt) || dueAt >= '2025-01-01T10:30:00.000Z'),
      );
      expect(count).toBe(published.length);
    });
  });
});

test('a site that was off publishes what came due in the last hour, as soon as it starts', async () => {
  const data = await mkdtemp(join(tmpdir(), 'snowdrop-schedule-'));
  const clock = clockAt('2024-02-14T10:00:00.000Z');
  const config = readConfig({ SNOWDROP_DATA: data });
  const failed = (error: Error) => {
    throw error;
  };
  const before = await openSnowdrop(config, failed, clock.now);
  const { database } = before.site;
  const told = await world({ open: () => Promise.resolve({ database }) });
  const { memorial, mother } = await told.family();
  const letters: string[] = [];
  for (const local of ['2024-02-20T06:00', '2024-02-20T07:30']) {
    const letter = await told.letter(memorial, mother, { title: local, published: false });
    const moment = { local, zone: berlin, dueAt: localTimeToInstant(local, berlin) };
    const by = { askedBy: mother.id, revision: letter.revision, moment, opening: undefined };
    await database.write((tx) =>
      scheduleTribute(tx, memorial, letter, { ...by, audience: 'only-us' }, clock.now()),
    );
    letters.push(letter.id);
  }
  await before.close();
  clock.set('2024-02-20T07:00:00.000Z');
  const after = await openSnowdrop(config, failed, clock.now);
  const { reader } = after.site.database;
  const publishedAt = async (id: string | undefined) =>
    (await reader.selectFrom('tribute').select('published_at').where('id', '=', id!).executeTakeFirst())
      ?.published_at;
  await expect.poll(() => publishedAt(letters[1])).toBe(clock.now());
  expect(await publishedAt(letters[0])).toBeNull();
  const [missed] = await reader.selectFrom('schedule').select(['tribute_id', 'missed_at']).execute();
  expect(missed).toEqual({ tribute_id: letters[0], missed_at: clock.now() });
  await after.close();
  await rm(data, { recursive: true, force: true });
});
