import sharp from 'sharp';

/**
 * Makes a photograph of a drawing of ours: SVG text of any size becomes a JPEG of exactly these pixels,
 * with the darker edges and the grain of film, the same on every run. Only for drawings this program
 * made itself: nobody's SVG is ever read.
 */
export async function developDrawing(svg: string, size: { width: number; height: number }): Promise<Buffer> {
  const { width, height } = size;
  const side = Math.min(256, width, height);
  const edges = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><radialGradient id="e" r=".8"><stop offset=".55" stop-color="#fff"/><stop offset="1" stop-color="#bdb8bb"/></radialGradient><rect width="100%" height="100%" fill="url(#e)"/></svg>`;
  return sharp(Buffer.from(svg))
    .resize(width, height, { fit: 'cover' })
    .flatten({ background: 'grey' })
    .composite([
      { input: Buffer.from(edges), blend: 'multiply' },
      { input: grain(side), raw: { width: side, height: side, channels: 4 }, tile: true, blend: 'overlay' },
    ])
    .jpeg({ quality: 88 })
    .toBuffer();
}

function grain(side: number): Buffer {
  const pixels = Buffer.alloc(side * side * 4);
  let state = 11;
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 24;
  for (let at = 0; at < pixels.length; at += 4) {
    pixels.fill((next() + next() + next()) / 3, at, at + 3);
    pixels[at + 3] = 40;
  }
  return pixels;
}
