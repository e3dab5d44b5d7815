import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { fillSample } from '#cli/fill-sample.ts';
import { piecesFor } from '#cli/sample-family/pieces.ts';
import type { SampleContract } from '#cli/sample-contract.ts';
import type { SamplePiece } from '#cli/sample-family/family.ts';
import { sample } from '#cli/sample.ts';
import { CannotDo } from '#cli/told.ts';
import { countFamilies } from '#families/families.ts';
import { foundFamily } from '#families/found.ts';
import { addPerson } from '#people/people.ts';
import { nora } from '#test/cast.ts';
import { openOwn, ownSettings } from '#test/own-site.ts';
import { tributeKinds } from '#tributes/tribute.ts';

const said: string[] = [];
beforeAll(() => {
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
});
beforeEach(() => void (said.length = 0));

test(
  'what the sample promises, the site answers, beside a server and again',
  { timeout: 120_000 },
  async () => {
    const config = await ownSettings();
    const { site, fetch } = await openOwn(config);
    await fillSample(site, { width: 240, height: 180 });
    expect(await sample(['--json'], config)).toBe(0);
    expect(await sample(['--json'], config)).toBe(0);
    expect(said).toHaveLength(2);
    expect(said[0]).toBe(said[1]);
    const contract = JSON.parse(said[0] ?? '') as SampleContract;
    const answer = async (address: string) => {
      const response = await fetch(new Request(address));
      const body = Buffer.from(await response.arrayBuffer());
      return { status: response.status, type: response.headers.get('content-type'), body };
    };
    const textAt = async (address: string): Promise<string> => (await answer(address)).body.toString();

    expect(contract.url).toBe(config.url);
    expect(contract.memorials).toHaveLength(2);
    const pieces = [...piecesFor('edie'), ...piecesFor('nour')];
    const forEveryone = pieces.filter(({ audience }) => audience === 'everyone');
    expect(contract.public).toHaveLength(forEveryone.length);
    expect(contract.measured).toBeUndefined();
    // Those of the pieces, one size each, and the two portraits.
    const shown = forEveryone.flatMap(({ photographs = [] }) => photographs);
    expect(contract.pictures).toHaveLength(shown.length + 2);
    for (const address of [...contract.memorials, ...contract.public])
      expect((await answer(address)).status).toBe(200);
    for (const address of contract.pictures) {
      expect(await answer(address)).toMatchObject({ status: 200, type: 'image/jpeg' });
    }
    const others = pieces.filter(({ audience }) => audience !== 'everyone');
    const hidden = others.flatMap(({ audience, photographs = [] }) => (audience ? photographs : []));
    expect(contract.private).toHaveLength(others.length + hidden.length);
    const nothing = await answer(contract.unknown[0] ?? '');
    for (const address of [...contract.private, ...contract.unknown]) {
      expect({ address, ...(await answer(address)) }).toEqual({ address, ...nothing, status: 404 });
    }
    expect(await textAt(contract.public[0] ?? '')).toContain(`>${contract.first_line}<`);
    const [edie = '', nour = ''] = await Promise.all(contract.memorials.map(textAt));
    expect(edie).toContain('class="quiet invented"');
    expect(nour).toContain('class="quiet invented"');
    expect(nour).toContain('<html lang="ar" dir="rtl"');
    const front = await textAt(site.url);
    for (const address of contract.memorials) expect(front).toContain(new URL(address).pathname);
    await expect(fillSample(site, { width: 240, height: 180 })).rejects.toThrow(CannotDo);
  },
);

test('it has sixty pieces: every kind, every audience of today, and what can be done with them', () => {
  const pieces = [...piecesFor('edie'), ...piecesFor('nour')];
  expect(pieces).toHaveLength(60);
  expect(new Set(pieces.map(({ kind = 'letter' }) => kind))).toEqual(new Set(tributeKinds));
  expect(new Set(pieces.map(({ audience }) => audience))).toEqual(
    new Set(['only-me', 'only-us', 'everyone', undefined]),
  );
  const some = (has: (piece: SamplePiece) => unknown) => pieces.filter(has).length;
  expect(some(({ photographs = [] }) => photographs.length > 1)).toBe(1);
  expect(some(({ photographs = [] }) => photographs.some(({ cover }) => cover !== undefined))).toBe(1);
  expect(some(({ onlyForMe }) => onlyForMe)).toBe(2);
  expect(some(({ signed = [] }) => signed.length === 2)).toBeGreaterThan(5);
  expect(some(({ pointsTo }) => pointsTo)).toBeGreaterThan(5);
  expect(some(({ language }) => language === 'ar')).toBeGreaterThan(10);
});

test(
  'a page to measure with stands beside it, on no list, and is made once',
  { timeout: 120_000 },
  async () => {
    const config = await ownSettings();
    const { site, fetch } = await openOwn(config);
    await fillSample(site, { width: 240, height: 180 });
    const before = await sample(['--json'], config);
    expect(await sample(['--pieces', '120', '--json'], config)).toBe(before);
    expect(await sample(['--json', '--pieces', '7'], config)).toBe(0);
    const [without, first, again] = said.map((line) => JSON.parse(line) as SampleContract);
    expect(again).toEqual(first);
    const { measured = '', ...rest } = first!;
    expect(rest).toEqual(without);
    const textAt = async (address: string) => (await fetch(new Request(address))).text();
    expect(await textAt(`${measured}/page/3`)).toContain('Number 118');
    expect(await textAt(site.url)).not.toContain(new URL(measured).pathname);
    await expect(sample(['--pieces', 'many'], config)).rejects.toThrow('Say how many');
  },
);

test('a site with a family is refused, and nothing is changed', async () => {
  const config = await ownSettings();
  const { database, now } = (await openOwn(config)).site;
  await database.write(async (tx) => {
    const person = await addPerson(tx, { name: nora.name, email: nora.email }, now());
    await foundFamily(tx, person.id, nora.signsAs, now());
  });
  await expect(sample([], config)).rejects.toThrow('A family has made this site theirs already');
  expect(said).toEqual([]);
  expect(await countFamilies(database.reader)).toBe(1);
});
