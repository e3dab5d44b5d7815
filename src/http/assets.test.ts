import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { assetRoutes } from '#http/assets.ts';
import { assetPath } from '#ui/assets.ts';

test('a stylesheet comes in Brotli to who reads it, and as it is to who does not', async () => {
  const routes = assetRoutes();
  const path = assetPath('styles/index.css');
  const ask = async (reads: string) => {
    const answer = await routes.request(path, { headers: { 'accept-encoding': reads } });
    return { bytes: Buffer.from(await answer.arrayBuffer()), headers: answer.headers };
  };
  const whole = await ask('gzip');
  expect(whole.headers.get('content-encoding')).toBeNull();
  expect((await ask('gzip, br;q=0')).bytes).toEqual(whole.bytes);
  for (const reads of ['gzip, deflate, br, zstd', 'br', 'br;q=0.5, gzip;q=0.1']) {
    const small = await ask(reads);
    expect(small.headers.get('content-encoding')).toBe('br');
    expect(small.headers.get('vary')).toBe('Accept-Encoding');
    expect(brotliDecompressSync(small.bytes)).toEqual(whole.bytes);
    expect(small.bytes.length).toBeLessThan(whole.bytes.length / 3);
  }
});
