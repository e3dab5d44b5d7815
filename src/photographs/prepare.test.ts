import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExifReader from 'exifreader';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cameraPhotograph, canaries, corners, cornerShare } from '#test/camera.ts';
import { inspectPhotograph, renderPicture, UnreadablePicture } from '#photographs/prepare.ts';
import type { Rendered } from '#photographs/prepared.ts';

let folder: string;
let small: Buffer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'snowdrop-pictures-'));
  small = await cameraPhotograph({ width: 640, height: 480 });
});
afterAll(() => rm(folder, { recursive: true }));

let files = 0;
async function save(bytes: Uint8Array): Promise<string> {
  const path = join(folder, `original-${files++}`);
  await writeFile(path, bytes);
  return path;
}
const inspect = async (bytes: Uint8Array) => inspectPhotograph(await save(bytes));
const jpegOf = async (bytes: Uint8Array, width = 480): Promise<Rendered> => {
  const [only] = await renderPicture(await save(bytes), {
    widths: [width],
    formats: ['jpeg'],
    into: join(folder, `into-${files++}`),
  });
  if (!only) throw new Error('nothing was rendered');
  return only;
};

/** The mean colour in the middle of each corner's square, against the drawn one. */
async function expectCorners({ path, width, height }: Rendered, tolerance = 8): Promise<void> {
  const inset = Math.round((Math.min(width, height) * cornerShare) / 2) - 4;
  const ends = { left: [inset, width - inset - 8], top: [inset, height - inset - 8] } as const;
  for (const [name, right, bottom] of [
    ['topLeft', 0, 0],
    ['topRight', 1, 0],
    ['bottomLeft', 0, 1],
    ['bottomRight', 1, 1],
  ] as const) {
    const square = { left: ends.left[right], top: ends.top[bottom], width: 8, height: 8 };
    const seen = await sharp(path).extract(square).resize(1, 1).removeAlpha().raw().toBuffer();
    const far = corners[name].map((value, channel) => Math.abs(value - (seen[channel] ?? 999)));
    expect(Math.max(...far), `${name} of ${path}: ${seen.join(' ')}`).toBeLessThanOrEqual(tolerance);
  }
}

describe('a photograph as a phone writes it', () => {
  const motion = 'CanaryMotionFilm';
  let original: string;
  let pictures: Rendered[];
  beforeAll(async () => {
    original = await save(Buffer.concat([await cameraPhotograph(), Buffer.from(motion)]));
    pictures = await renderPicture(original, { into: join(folder, 'phone') });
  });

  test('is measured after turning, with the day it was taken', async () => {
    expect(await inspectPhotograph(original)).toEqual({
      ok: true,
      format: 'jpeg',
      width: 3024,
      height: 4032,
      thumbhash: expect.stringMatching(/^[A-Za-z0-9+/]{20,40}={0,2}$/),
      taken: { year: 2024, month: 2, day: 29 },
    });
  });

  test('becomes nine pictures, upright and in its true colours', async () => {
    expect(pictures.map(({ width, height, format }) => `${width}×${height} ${format}`)).toEqual(
      [480, 960, 1920].flatMap((width) =>
        ['avif', 'webp', 'jpeg'].map((format) => `${width}×${(width * 4) / 3} ${format}`),
      ),
    );
    for (const picture of pictures) {
      expect((await readFile(picture.path)).length).toBe(picture.bytes);
      await expectCorners(picture);
    }
    expect(pictures[0]?.bytes).toBeLessThan(25_000);
  });

  test('leaves nothing of what it knew in any picture', async () => {
    const told = [
      ...Object.values(canaries),
      motion,
      'Exif\0\0',
      'http://ns.adobe.com/xap',
      'ICC_PROFILE',
      'acsp',
    ];
    const before = (await readFile(original)).toString('latin1');
    expect(told.filter((text) => !before.includes(text))).toEqual([]);
    const known = (bytes: Buffer) =>
      Object.keys(ExifReader.load(bytes, { expanded: true, includeUnknown: true }));
    expect(known(await readFile(original))).toEqual(
      expect.arrayContaining(['exif', 'gps', 'icc', 'xmp', 'Thumbnail']),
    );
    for (const { path } of pictures) {
      const bytes = await readFile(path);
      const text = bytes.toString('latin1');
      expect(told.filter((canary) => text.includes(canary))).toEqual([]);
      expect(known(bytes).filter((group) => !['file', 'jfif', 'riff'].includes(group))).toEqual([]);
    }
  });
});

describe.concurrent('every way a camera may lie', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('orientation %i is turned upright', async (orientation) => {
    const bytes = await cameraPhotograph({ width: 640, height: 480, orientation });
    const picture = await jpegOf(bytes);
    expect(picture).toMatchObject(
      orientation >= 5 ? { width: 480, height: 640 } : { width: 480, height: 360 },
    );
    await expectCorners(picture);
  });
});

describe.concurrent('what is cut short is found', () => {
  test.each(['jpeg', 'progressive jpeg', 'png', 'webp'])('%s', async (kind) => {
    const plain = sharp(small).autoOrient();
    const whole =
      kind === 'png'
        ? await plain.png().toBuffer()
        : kind === 'webp'
          ? await plain.webp().toBuffer()
          : await cameraPhotograph({ width: 640, height: 480, progressive: kind !== 'jpeg' });
    expect(await inspect(whole)).toMatchObject({ ok: true });
    const shares = [0.01, 0.1, 0.5, 0.9, 0.99];
    const cut = await Promise.all(
      shares.map((share) => inspect(whole.subarray(0, Math.floor(whole.length * share)))),
    );
    expect(cut).toEqual(shares.map(() => ({ ok: false, reason: 'cut-short' })));
  });

  test('a JPEG whose second half never arrived and is zeros', async () => {
    const half = Buffer.from(small).fill(0, small.length >> 1);
    expect(await inspect(half)).toEqual({ ok: false, reason: 'cut-short' });
  });

  test('but not what libjpeg only warns about, as some phones write it', async () => {
    const odd = Buffer.from(small);
    odd[odd.lastIndexOf(Buffer.of(0xff, 0xda)) + 12] = 0;
    await expect(sharp(odd, { failOn: 'warning' }).toBuffer()).rejects.toThrow();
    expect(await inspect(odd)).toMatchObject({ ok: true });
  });
});

describe.concurrent('what is not a photograph is refused', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
  test.each([
    ['an empty file', Buffer.alloc(0)],
    ['one byte', Buffer.from([0xff])],
    ['noise', Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251))],
    ['SVG', Buffer.from(svg)],
    ['GIF', Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')],
    [
      'HEIC',
      Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(4000)]),
    ],
  ])('%s', async (_, bytes) => {
    expect(await inspect(bytes)).toEqual({ ok: false, reason: 'not-a-photograph' });
  });

  test('and cannot be rendered either', async () => {
    await expect(jpegOf(Buffer.from(svg))).rejects.toThrow(new UnreadablePicture('not-a-photograph'));
  });

  test('a name inside that belongs to another format', async () => {
    for (const start of ['\xff\xd8\xff', '\x89PNG\r\n\x1a\n', 'RIFF\0\0\0\0WEBP']) {
      const dressed = Buffer.concat([Buffer.from(start, 'latin1'), Buffer.from(svg.repeat(9))]);
      expect(await inspect(dressed)).toMatchObject({ ok: false });
    }
  });

  test('damage inside', async () => {
    const png = await sharp(small).png().toBuffer();
    png.fill(0x55, png.length / 2, png.length / 2 + 400);
    expect(await inspect(png)).toEqual({ ok: false, reason: 'unreadable' });
  });
});

describe.concurrent('other kinds of true photographs', () => {
  const upright = () => sharp(small).autoOrient();
  test.each([
    ['CMYK with its profile', () => upright().withIccProfile('cmyk').jpeg({ quality: 95 }), 30],
    ['16 bits a channel', () => upright().toColourspace('rgb16').png(), 8],
    ['a palette', () => upright().png({ palette: true }), 12],
    ['progressive', () => upright().jpeg({ progressive: true }), 8],
    ['interlaced', () => upright().png({ progressive: true }), 8],
    ['lossless WebP', () => upright().webp({ lossless: true }), 8],
  ] as const)('%s', async (_, make, tolerance) => {
    const bytes = await make().toBuffer();
    const picture = await jpegOf(bytes);
    expect(picture).toMatchObject({ width: 480, height: 640 });
    await expectCorners(picture, tolerance);
  });

  test('grey has three equal channels, transparent becomes white', async () => {
    const clear = await sharp({ create: { width: 99, height: 99, channels: 4, background: '#0000' } })
      .png()
      .toBuffer();
    expect([
      ...(
        await sharp((await jpegOf(clear)).path)
          .raw()
          .toBuffer()
      ).subarray(0, 3),
    ]).toEqual([255, 255, 255]);
    const grey = await upright().greyscale().png().toBuffer();
    expect(await sharp((await jpegOf(grey)).path).metadata()).toMatchObject({ space: 'srgb', channels: 3 });
  });
});
