/** What we take as a photograph. */
export type PhotographFormat = 'jpeg' | 'png' | 'webp';

/** How many of the first bytes `sniff` wants to see. */
export const sniffLength = 16;

/**
 * Says what a file is by its own first bytes, never by its name or the type a browser claims.
 * Everything else (SVG, GIF, TIFF, PSD, PDF, HEIC, AVIF, …) is `undefined`.
 * JPEG: ITU-T T.81 B.2.1 (SOI, then a marker); PNG: W3C PNG 5.2; WebP: RFC 9649, 2.4.
 */
export function sniff(bytes: Uint8Array): PhotographFormat | undefined {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  const riff = startsWith(bytes, [0x52, 0x49, 0x46, 0x46]);
  if (riff && startsWith(bytes.subarray(8), [0x57, 0x45, 0x42, 0x50])) return 'webp';
  return undefined;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}
