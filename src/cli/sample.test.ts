import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { fillSample } from '#cli/fill-sample.ts';
import { lettersToEdie } from '#cli/sample-family/letters-to-edie.ts';
import { lettersToNour } from '#cli/sample-family/letters-to-nour.ts';
import type { SampleContract } from '#cli/sample-contract.ts';
import { sample } from '#cli/sample.ts';
import { CannotDo } from '#cli/told.ts';
import { countFamilies } from '#families/families.ts';
import { foundFamily } from '#families/found.ts';
import { addPerson } from '#people/people.ts';
import { nora } from '#test/cast.ts';
import { openOwn, ownSettings } from '#test/own-site.ts';

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
    expect(contract.public).toHaveLength(8);
    expect(contract.pictures).toHaveLength(6);
    for (const address of [...contract.memorials, ...contract.public])
      expect((await answer(address)).status).toBe(200);
    for (const address of contract.pictures) {
      expect(await answer(address)).toMatchObject({ status: 200, type: 'image/jpeg' });
    }
    // Three for the parents, one for its writer, the draft, and the picture in one of them.
    expect(contract.private).toHaveLength(6);
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

test('it has twelve letters for every audience of today, and a draft', () => {
  const letters = [...lettersToEdie, ...lettersToNour];
  const audiences = letters.flatMap(({ audience }) => audience ?? []);
  expect(letters).toHaveLength(13);
  expect(audiences).toHaveLength(12);
  expect(new Set(audiences)).toEqual(new Set(['only-me', 'only-us', 'everyone']));
});

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
