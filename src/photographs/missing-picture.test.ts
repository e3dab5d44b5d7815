import { configure, type LogRecord, reset } from '@logtape/logtape';
import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { letter } from '#test/cast.ts';
import { world } from '#test/world.ts';

const records: LogRecord[] = [];
beforeEach(async () => {
  records.length = 0;
  await configure({
    reset: true,
    sinks: { kept: (record) => void records.push(record) },
    loggers: [
      { category: 'snowdrop', sinks: ['kept'], lowestLevel: 'error' },
      { category: ['logtape', 'meta'], sinks: [], lowestLevel: 'error' },
    ],
  });
});
afterEach(() => reset());

test('a picture whose file is gone answers as what never was, and the host is told where and not which', async () => {
  const site = await world();
  const { id, mother, memorial } = await site.family();
  const opened = await site.opened(memorial);
  const photograph = await site.photograph(id, mother, 'wren at the window');
  await site.letter(opened, mother, {
    text: letter.text,
    audience: 'everyone',
    photographs: [photograph.id],
  });
  const page = await site.request('/wren');
  const address = /\/pictures\/[\w-]+\/480\.jpeg/.exec(page.text)?.[0] ?? '';
  const own = `/home/photographs/${photograph.id}/480.jpeg`;
  const seen = await site.request(address);
  expect([seen.status, seen.bytes.toString()]).toEqual([200, 'wren at the window']);
  expect((await site.request(own, { as: mother })).status).toBe(200);

  await rm(site.site.blobs.pathOf(photograph.sha256));
  for (const method of ['GET', 'HEAD']) {
    const never = await site.request('/pictures/never-was/480.jpeg', { method });
    const gone = await site.request(address, { method });
    expect(gone.status).toBe(404);
    expect([...gone.headers]).toEqual([...never.headers]);
    expect(gone.text).toBe(never.text);
  }
  expect((await site.request(own, { as: mother })).status).toBe(404);
  expect(records).toHaveLength(3);
  const told = JSON.stringify(records);
  expect(told).toContain('ENOENT');
  expect(told).toContain('/pictures/:address/:file');
  for (const secret of [address.split('/')[2]!, photograph.id, photograph.sha256])
    expect(told).not.toContain(secret);
});
