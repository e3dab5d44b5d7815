import type { PartialDate } from '#lib/partial-date.ts';

const exifDirectory = 0x8769;
const dateTimeOriginal = 0x9003;

/**
 * The day a camera says it took a photograph: DateTimeOriginal of an EXIF block (CIPA DC-008), with or
 * without the leading `Exif\0\0`. A clock that was never set, a day that does not exist and a block
 * that does not parse are `undefined`: this only ever suggests a date to the family.
 */
export function readTaken(exif: Uint8Array): PartialDate | undefined {
  try {
    const text = originalMoment(Buffer.from(exif));
    const [, year, month, day] = (/^(\d{4}):(\d\d):(\d\d)/.exec(text ?? '') ?? []).map(Number);
    if (!year || !month || !day || year < 1826) return undefined;
    const exists = new Date(Date.UTC(year, month - 1, day))
      .toISOString()
      .startsWith(text?.slice(0, 10).replaceAll(':', '-') ?? '-');
    return exists ? { year, month, day } : undefined;
  } catch {
    return undefined;
  }
}

// Reading past the end of the block throws, which is the answer "it does not parse".
function originalMoment(block: Buffer): string | undefined {
  const tiff = block.toString('latin1', 0, 6) === 'Exif\0\0' ? block.subarray(6) : block;
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const find = (directory: number, tag: number): number | undefined => {
    for (let left = short(directory), at = directory + 2; left > 0; left--, at += 12) {
      if (short(at) === tag) return long(at + 8);
    }
    return undefined;
  };
  const exif = find(long(4), exifDirectory);
  const moment = exif === undefined ? undefined : find(exif, dateTimeOriginal);
  return moment === undefined ? undefined : tiff.toString('latin1', moment, moment + 19);
}
