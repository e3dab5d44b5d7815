import { describe, expect, test } from 'vitest';
import { readTaken } from '#photographs/taken.ts';

/** IFD0 with one pointer to an EXIF directory that holds DateTimeOriginal alone. */
function exif(text: string, { little = false, prefix = 'Exif\0\0' } = {}): Buffer {
  const block = Buffer.alloc(44 + 20);
  const short = (value: number, at: number) =>
    little ? block.writeUInt16LE(value, at) : block.writeUInt16BE(value, at);
  const long = (value: number, at: number) =>
    little ? block.writeUInt32LE(value, at) : block.writeUInt32BE(value, at);
  block.write(little ? 'II' : 'MM', 0, 'latin1');
  short(42, 2);
  long(8, 4);
  for (const [at, tag, type, count, value] of [
    [8, 0x8769, 4, 1, 26],
    [26, 0x9003, 2, 20, 44],
  ] as const) {
    short(1, at);
    short(tag, at + 2);
    short(type, at + 4);
    long(count, at + 6);
    long(value, at + 10);
  }
  block.write(`${text}\0`, 44, 'latin1');
  return Buffer.concat([Buffer.from(prefix, 'latin1'), block]);
}

describe('the day a photograph was taken', () => {
  test.each([
    ['big-endian', {}],
    ['little-endian', { little: true }],
    ['without its prefix', { prefix: '' }],
  ])('%s', (_, shape) => {
    expect(readTaken(exif('2024:02:29 07:41:05', shape))).toEqual({ year: 2024, month: 2, day: 29 });
  });

  test.each([
    '0000:00:00 00:00:00',
    '2023:02:29 07:41:05',
    '2024:13:01 00:00:00',
    '    :  :     :  :  ',
    '1066:10:14 09:00:00',
  ])('is not said when no such day exists: %s', (text) => {
    expect(readTaken(exif(text))).toBeUndefined();
  });

  test('is not said when the block ends early', () => {
    const whole = exif('2024:02:29 07:41:05');
    for (let length = 0; length < whole.length - 10; length++) {
      expect(readTaken(whole.subarray(0, length))).toBeUndefined();
    }
  });

  test('is not said when a directory points outside or at itself', () => {
    const outside = exif('2024:02:29 07:41:05');
    outside.writeUInt32BE(0xffff_fff0, 6 + 4);
    expect(readTaken(outside)).toBeUndefined();
  });
});
