// One piece of work on one picture, in a process of its own: a decoder that is led astray by a file
// takes nothing with it, and its memory is given back whole. Started by prepare.ts only.
import { mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { rgbaToThumbHash } from 'thumbhash';
import type { Answer, Inspected, PictureRefusal, Rendered, Work } from '#photographs/prepared.ts';
import { type PhotographFormat, sniff, sniffLength } from '#photographs/sniff.ts';
import { readTaken } from '#photographs/taken.ts';

// 16,383 squared: above the 201 megapixels of the largest phones, and what WebP can hold.
const mostPixels = 16_383 ** 2;
// WebP ends at 16,383 and small devices earlier; a strip taller than this becomes narrower instead.
const tallest = 8192;

// The UltraHDR loader is left out too: of such a file the ordinary JPEG in front is taken.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });
sharp.concurrency(1);
sharp.cache(false);

class Refused extends Error {
  readonly reason: PictureRefusal;
  constructor(reason: PictureRefusal) {
    super(reason);
    this.reason = reason;
  }
}

function answer(value: Answer): void {
  process.send?.(value);
}

process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.on('message', (work: Work) => void perform(work));
// Pages go before pictures, and where memory runs out Linux ends this process before the server.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
await writeFile('/proc/self/oom_score_adj', '1000').catch(() => {});
answer({ ready: true });

async function perform(work: Work): Promise<void> {
  const before = process.cpuUsage();
  // Decoding runs on other threads, so this one is free to watch what it takes.
  setInterval(() => {
    const { user, system } = process.cpuUsage(before);
    if (process.memoryUsage.rss() > work.memory) answer({ refused: 'too-large' });
    else if ((user + system) / 1000 > work.processor) answer({ refused: 'unreadable' });
  }, 20);
  try {
    answer(await performed(work));
  } catch (error) {
    if (error instanceof Refused) answer({ refused: error.reason });
    else if (error instanceof Error && 'code' in error)
      answer({ failed: error.message, code: String(error.code) });
    else answer({ failed: String(error), code: 'unknown' });
  }
}

async function performed(work: Work): Promise<Answer> {
  if ('inspect' in work) return { inspected: await inspect(work.inspect) };
  return { rendered: 'whole' in work ? [await renderWhole(work)] : await render(work) };
}

async function inspect(path: string): Promise<Inspected> {
  const { format, source, width, height, exif } = await openPicture(path);
  // Every row passes through here: this is where a file that is cut short shows.
  const small = upright(source, 100, 100).ensureAlpha().toBuffer({ resolveWithObject: true });
  const { data, info } = await decoding(path, format, small);
  const thumbhash = Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64');
  const taken = exif && readTaken(exif);
  return { ok: true, format, width, height, thumbhash, ...(taken && { taken }) };
}

async function render(work: {
  render: string;
  widths: readonly number[];
  formats: readonly Rendered['format'][];
  into: string;
}) {
  const { format, source } = await openPicture(work.render);
  const widest = upright(source, Math.max(...work.widths), tallest);
  // Decoded once; the smaller ones are made from the largest, whose colours are sRGB already.
  const { data, info } = await decoding(work.render, format, widest.toBuffer({ resolveWithObject: true }));
  const { channels } = info;
  const widths = new Set(work.widths.toSorted((a, b) => a - b).map((width) => Math.min(width, info.width)));
  await mkdir(work.into, { recursive: true });
  const rendered: Rendered[] = [];
  for (const width of widths) {
    const picture = sharp(data, { raw: { width: info.width, height: info.height, channels } }).resize({
      width,
    });
    for (const each of work.formats) {
      const made = await encode(picture.clone(), each).toBuffer({ resolveWithObject: true });
      const path = join(work.into, `${width}.${each}`);
      await writeFile(path, made.data);
      rendered.push({ width, height: made.info.height, format: each, path, bytes: made.data.length });
    }
  }
  return rendered;
}

/** For printing: nothing is made smaller, and hardly anything is lost. */
async function renderWhole({ whole, to }: { whole: string; to: string }): Promise<Rendered> {
  const { format, source } = await openPicture(whole);
  // Better codes would be found in a second pass, with the whole picture in memory until then.
  const codes = { progressive: false, optimiseCoding: false };
  const picture = flat(source.autoOrient()).jpeg({ quality: 92, chromaSubsampling: '4:4:4', ...codes });
  const { width, height, size } = await decoding(whole, format, picture.toFile(to));
  return { width, height, format: 'jpeg', path: to, bytes: size };
}

/** Reads the header only: what it is, how large, how turned. Refuses what we do not want to decode. */
async function openPicture(path: string) {
  const format = sniff(await firstBytes(path));
  if (!format) throw new Refused('not-a-photograph');
  const header = await decoding(
    path,
    format,
    sharp(path, { limitInputPixels: false, failOn: 'none' }).metadata(),
  );
  if (header.width * header.height > mostPixels) throw new Refused('too-large');
  // 'truncated' and nothing stricter: many phones write files that libjpeg warns about.
  const source = sharp(path, { limitInputPixels: mostPixels, failOn: 'truncated', sequentialRead: true });
  return { format, source, ...header.autoOrient, exif: header.exif };
}

/** Turned as it is looked at, in sRGB, on white. */
function upright(source: Sharp, width: number, height: number): Sharp {
  const turned = source.autoOrient().resize({ width, height, fit: 'inside', withoutEnlargement: true });
  return flat(turned).raw();
}

/** In sRGB, on white: ink on a transparent ground would vanish on a dark page. */
function flat(picture: Sharp): Sharp {
  return picture.flatten({ background: 'white' }).toColourspace('srgb');
}

/** Nothing of the original's metadata goes along: sharp keeps none unless told to. */
function encode(picture: Sharp, format: Rendered['format']): Sharp {
  // 4:2:0: halves the memory and a third of the time of sharp's own 4:4:4, at nearly the same size.
  if (format === 'avif') return picture.avif({ quality: 50, effort: 2, chromaSubsampling: '4:2:0' });
  if (format === 'webp') return picture.webp({ quality: 76, effort: 4 });
  return picture.jpeg({ quality: 80, progressive: true });
}

async function decoding<Result>(
  path: string,
  format: PhotographFormat,
  work: Promise<Result>,
): Promise<Result> {
  try {
    return await work;
  } catch {
    throw new Refused((await endsEarly(path, format)) ? 'cut-short' : 'unreadable');
  }
}

/** Of a file that could not be decoded: is its end missing, or is it damaged inside? */
async function endsEarly(path: string, format: PhotographFormat): Promise<boolean> {
  const file = await readFile(path);
  if (format === 'webp') return file.length < file.readUInt32LE(4) + 8;
  if (format === 'jpeg') {
    // In T.81 the last scan begins with SOS and is followed by EOI.
    const scan = file.lastIndexOf(Buffer.of(0xff, 0xda));
    return scan < 0 || !file.includes(Buffer.of(0xff, 0xd9), scan);
  }
  let at = 8;
  while (at + 12 <= file.length) {
    if (file.toString('latin1', at + 4, at + 8) === 'IEND') return false;
    at += file.readUInt32BE(at) + 12;
  }
  return true;
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sniffLength), 0, sniffLength, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
