import { describe, expect, test } from 'vitest';
import { sniff } from '#photographs/sniff.ts';

const latin = (text: string) => Buffer.from(text, 'latin1');

describe('what a file is by its first bytes', () => {
  test.each([
    ['jpeg', '\xff\xd8\xff\xe1\x12\x34Exif\0\0'],
    ['jpeg', '\xff\xd8\xff\xdb'],
    ['png', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
    ['webp', 'RIFF\x10\0\0\0WEBPVP8 '],
  ] as const)('%s', (format, bytes) => {
    expect(sniff(latin(bytes))).toBe(format);
  });

  test.each([
    ['nothing', ''],
    ['one byte', '\xff'],
    ['a JPEG without its first marker', '\xff\xd8'],
    ['a JPEG not at the start', ' \xff\xd8\xff\xe0'],
    ['a PNG hurt by a text transfer', '\x89PNG\n\x1a\n\0\0\0\rIHDR'],
    ['sound in RIFF', 'RIFF\x10\0\0\0WAVEfmt '],
    ['GIF', 'GIF89a\x01\0\x01\0'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['SVG with a prologue', '<?xml version="1.0"?><svg/>'],
    ['HTML', '<!doctype html>'],
    ['TIFF, little-endian', 'II*\0\b\0\0\0'],
    ['TIFF, big-endian', 'MM\0*\0\0\0\b'],
    ['PSD', '8BPS\0\x01\0\0\0\0\0\0'],
    ['PDF', '%PDF-1.7\n'],
    ['BMP', 'BM\x36\0\0\0\0\0\0\0'],
    ['HEIC', '\0\0\0\x18ftypheic\0\0\0\0'],
    ['AVIF', '\0\0\0\x1cftypavif\0\0\0\0'],
    ['JPEG XL', '\xff\x0a\xfa\x7f\x01'],
    ['zip', 'PK\x03\x04\x14\0\0\0'],
  ])('not a photograph: %s', (_, bytes) => {
    expect(sniff(latin(bytes))).toBeUndefined();
  });
});
