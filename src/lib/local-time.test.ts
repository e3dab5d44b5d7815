import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localTimeAt, localTimeToInstant } from '#lib/local-time.ts';
import { placeOf, zoneNamed, zonesByRegion } from '#lib/zones.ts';
import { zones } from '#test/zones.ts';

describe('a local time in a zone', () => {
  test.each([
    ['an ordinary one', '2027-09-28T07:30', 'Europe/Berlin', '2027-09-28T05:30:00.000Z'],
    ['skipped in spring', '2027-03-28T02:30', 'Europe/Berlin', '2027-03-28T01:00:00.000Z'],
    ['the first that is skipped', '2027-03-28T02:00', 'Europe/Berlin', '2027-03-28T01:00:00.000Z'],
    ['the first after the gap', '2027-03-28T03:00', 'Europe/Berlin', '2027-03-28T01:00:00.000Z'],
    ['twice in autumn', '2027-10-31T02:30', 'Europe/Berlin', '2027-10-31T00:30:00.000Z'],
    ['skipped in New York', '2027-03-14T02:59', 'America/New_York', '2027-03-14T07:00:00.000Z'],
    ['twice in New York', '2027-11-07T01:30', 'America/New_York', '2027-11-07T05:30:00.000Z'],
    ['a gap of half an hour', '2026-10-04T02:10', 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
    ['half an hour twice', '2027-04-04T01:45', 'Australia/Lord_Howe', '2027-04-03T14:45:00.000Z'],
    ['a day that was left out', '2011-12-30T12:00', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['a gap of two hours', '2027-03-28T01:30', 'Antarctica/Troll', '2027-03-28T01:00:00.000Z'],
    ['45 minutes from the hour', '2027-01-01T00:00', 'Asia/Kathmandu', '2026-12-31T18:15:00.000Z'],
    ['far to the east', '2027-01-01T00:00', 'Pacific/Kiritimati', '2026-12-31T10:00:00.000Z'],
    ['far to the west', '2027-01-01T00:00', 'Pacific/Pago_Pago', '2027-01-01T11:00:00.000Z'],
    ['winter as the saved time', '2027-12-01T12:00', 'Europe/Dublin', '2027-12-01T12:00:00.000Z'],
    ['the last year', '9999-03-28T02:30', 'Europe/Berlin', '9999-03-28T01:00:00.000Z'],
  ])('%s: %s in %s', (_, local, zone, instant) => {
    expect(localTimeToInstant(local, zone)).toBe(instant);
  });

  const anyTime = fc
    .date({ min: new Date('1960-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 16));

  test('is the first moment at which the clocks there show it or, if they skip it, anything later', () => {
    fc.assert(
      fc.property(anyTime, fc.constantFrom(...zones), (local, zone) => {
        const instant = localTimeToInstant(local, zone);
        const minuteBefore = Temporal.Instant.from(instant).subtract({ minutes: 1 }).toString();
        const shown = localTimeAt(instant, zone);
        expect(shown >= local).toBe(true);
        // Just before, the clocks show less; only an hour that comes again could show it earlier, and did not.
        expect(localTimeAt(minuteBefore, zone) < local).toBe(true);
        if (shown === local) return;
        const { epochNanoseconds } = Temporal.Instant.from(instant);
        const gap = new Temporal.ZonedDateTime(epochNanoseconds - 1n, zone).getTimeZoneTransition('next');
        expect(gap?.toInstant().toString({ fractionalSecondDigits: 3 })).toBe(instant);
      }),
      { numRuns: 2000 },
    );
  });

  test('around each change of the clocks it is found by looking at every minute', () => {
    for (const zone of zones) {
      let at: Temporal.ZonedDateTime | null =
        Temporal.Instant.from('2010-01-01T00:00:00Z').toZonedDateTimeISO(zone);
      for (let changes = 0; changes < 8 && at; changes++) {
        at = at.getTimeZoneTransition('next');
        if (!at) break;
        // The hours around it as the clocks show them; the first that shows at least the wanted one counts.
        const minutes = Array.from({ length: 60 * 8 }, (_, minute) => {
          const instant = at!.toInstant().add({ minutes: minute - 240 });
          const text = instant.toString({ fractionalSecondDigits: 3 });
          return { text, shown: localTimeAt(text, zone) };
        });
        for (const { shown } of minutes.slice(200, 280)) {
          const first = minutes.find((minute) => minute.shown === shown)!;
          expect([zone, shown, localTimeToInstant(shown, zone)]).toEqual([zone, shown, first.text]);
        }
        const skipped = Temporal.PlainDateTime.from(minutes[239]!.shown).add({ minutes: 1 });
        const wanted = skipped.toString({ smallestUnit: 'minute' });
        if (wanted < minutes[240]!.shown) expect(localTimeToInstant(wanted, zone)).toBe(minutes[240]!.text);
      }
    }
  });
});

describe('the zones to choose from', () => {
  test('are all known, each once, under the names of today', () => {
    const all = [...zonesByRegion().values()].flat();
    expect(all.length).toBeGreaterThan(400);
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((zone) => zoneNamed(zone) !== zone)).toEqual([]);
    for (const zone of [...zones, 'Europe/Kyiv', 'Asia/Kolkata', 'UTC']) expect(all).toContain(zone);
  });

  test('are read in any case, and nothing else is', () => {
    expect(zoneNamed('europe/berlin')).toBe('Europe/Berlin');
    expect(zoneNamed('Asia/Calcutta')).toBe('Asia/Calcutta');
    for (const typed of ['', '+05:00', '-08', 'Mars/Base', 'Europe/Berlin\0', 'x'.repeat(99)])
      expect(zoneNamed(typed)).toBeUndefined();
  });

  test('have a place to be read', () => {
    expect(placeOf('America/Argentina/Buenos_Aires')).toBe('Argentina, Buenos Aires');
    expect(placeOf('America/St_Johns')).toBe('St Johns');
    expect(placeOf('UTC')).toBe('UTC');
  });
});
