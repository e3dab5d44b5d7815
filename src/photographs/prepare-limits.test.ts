import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { cameraPhotograph, hugePhotograph } from '#test/camera.ts';
import { inspectPhotograph, renderPicture, renderWhole, UnreadablePicture } from '#photographs/prepare.ts';

vi.setConfig({ testTimeout: 20_000, hookTimeout: 20_000 });

let folder: string;
let small: Buffer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'snowdrop-limits-'));
  small = await cameraPhotograph({ width: 640, height: 480 });
});
afterAll(() => rm(folder, { recursive: true }));

let files = 0;
async function save(bytes: Uint8Array): Promise<string> {
  const path = join(folder, `original-${files++}`);
  await writeFile(path, bytes);
  return path;
}
const inspectBytes = async (bytes: Uint8Array) => inspectPhotograph(await save(bytes));
const jpegs = async (bytes: Uint8Array, ...widths: number[]) => {
  const into = join(folder, `into-${files++}`);
  const pictures = await renderPicture(await save(bytes), { widths, formats: ['jpeg'], into });
  return pictures.map(({ width, height }) => [width, height]);
};

describe('size', () => {
  test('50,000 × 50,000 is refused by its header', async () => {
    const header = Buffer.from(
      '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xc3\x50\0\0\xc3\x50\x08\x02\0\0\0',
      'latin1',
    );
    const crc = Buffer.alloc(4);
    crc.writeUInt32BE(crc32(header.subarray(12)));
    const data = Buffer.from('\0\0\0\x0aIDATx\x9c\x63\0\0\0\x02\0\x01', 'latin1');
    expect(await inspectBytes(Buffer.concat([header, crc, data]))).toEqual({
      ok: false,
      reason: 'too-large',
    });
  });

  test('200 megapixels work', async () => {
    const bytes = hugePhotograph(16_384, 12_288);
    expect(await inspectBytes(bytes)).toMatchObject({ ok: true, width: 16_384, height: 12_288 });
    expect(await jpegs(bytes, 480)).toEqual([[480, 360]]);
  });

  test('200 megapixels are there in full size too, and a turned one stands upright in its own', async () => {
    const to = join(folder, 'full.jpeg');
    const huge = await save(hugePhotograph(16_384, 12_288));
    expect(await renderWhole(huge, to)).toMatchObject({ width: 16_384, height: 12_288, path: to });
    const turned = await save(await cameraPhotograph({ width: 640, height: 480, orientation: 6 }));
    const { width, height } = await renderWhole(turned, to);
    expect([width, height]).toEqual([480, 640]);
    const { exif, icc, xmp, orientation } = await sharp(to).metadata();
    expect([exif, icc, xmp, orientation]).toEqual([undefined, undefined, undefined, undefined]);
    await expect(renderWhole(await save(Buffer.from('no photograph')), to)).rejects.toBeInstanceOf(
      UnreadablePicture,
    );
  });

  test('nothing is enlarged, and nothing made twice', async () => {
    expect(await jpegs(small, 240, 960, 1920)).toEqual([
      [240, 320],
      [480, 640],
    ]);
  });

  test('a strip of one pixel is shown as far as a browser can', async () => {
    const strip = await sharp({ create: { width: 1, height: 65_000, channels: 3, background: 'teal' } })
      .png()
      .toBuffer();
    expect(await inspectBytes(strip)).toMatchObject({ ok: true, width: 1, height: 65_000 });
    expect(await jpegs(strip, 480)).toEqual([[1, 8192]]);
  });
});

describe('a child', () => {
  const alive = () =>
    process.getActiveResourcesInfo().filter((resource) => resource === 'ProcessWrap').length;
  const hanging = () => {
    // Nobody ever writes into this pipe: opening it hangs where no JavaScript can end it.
    const path = join(folder, `pipe-${files++}`);
    execFileSync('mkfifo', [path]);
    return path;
  };

  test('that hangs is ended in time and makes room for the next', async () => {
    const began = performance.now();
    const hung = await Promise.all([1, 2, 3].map(() => inspectPhotograph(hanging(), { time: 300 })));
    expect(hung).toEqual(Array.from({ length: 3 }, () => ({ ok: false, reason: 'unreadable' })));
    expect(performance.now() - began).toBeGreaterThan(590);
    await expect.poll(alive).toBe(0);
    expect(await inspectBytes(small)).toMatchObject({ ok: true });
  });

  test('that works too long is ended', async () => {
    const huge = await save(hugePhotograph(16_384, 12_288));
    expect(await inspectPhotograph(huge, { processor: 50 })).toEqual({ ok: false, reason: 'unreadable' });
  });

  test('that takes too much memory is ended', async () => {
    expect(await inspectPhotograph(hanging(), { memory: 1024 })).toEqual({ ok: false, reason: 'too-large' });
  });

  test('has at most one other beside it', async () => {
    const path = await save(small);
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, alive())), 5);
    await Promise.all(Array.from({ length: 6 }, () => inspectPhotograph(path)));
    clearInterval(watch);
    expect(most).toBe(2);
  });

  test('does not blame the photograph for the disk', async () => {
    const path = await save(small);
    await expect(inspectPhotograph(join(folder, 'gone'))).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(
      renderPicture(path, { formats: ['jpeg'], into: join(path, 'in-a-file') }),
    ).rejects.toMatchObject({ code: 'ENOTDIR' });
  });
});
