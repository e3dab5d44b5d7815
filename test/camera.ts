import sharp from 'sharp';

/** What a photograph from `cameraPhotograph` carries and what nobody else may ever read. */
export const canaries = {
  make: 'CanaryMake',
  model: 'CanaryModel 15',
  software: 'CanaryOS 26.1',
  owner: 'CanaryOwner',
  serial: 'CANARYSERIAL0042',
  makerNote: 'CanaryMakerNote',
  thumbnail: 'CanaryThumbnail',
  xmp: 'CanaryPacket',
  taken: '2024:02:29 07:41:05',
} as const;

/** The corners of the upright picture, sRGB, each a square of `cornerShare` of the shorter side. */
export const corners = {
  topLeft: [201, 62, 54],
  topRight: [46, 139, 87],
  bottomLeft: [54, 84, 160],
  bottomRight: [230, 190, 70],
} as const;
export const cornerShare = 0.14;

interface CameraOptions {
  /** Stored pixels, before turning: as the sensor lies in the phone. */
  width?: number;
  height?: number;
  /** EXIF 2.32, tag 0x0112: 1 to 8. */
  orientation?: number;
  progressive?: boolean;
}

/**
 * A JPEG as a phone writes it: Display P3, EXIF in big-endian TIFF with the place, the moment, a
 * serial number, a maker note and a thumbnail in IFD1, and an XMP packet. Turned by `orientation`
 * it shows a calm landscape with `corners`. The layout follows CIPA DC-008 (EXIF 2.32).
 */
export async function cameraPhotograph(options: CameraOptions = {}): Promise<Buffer> {
  const { width = 4032, height = 3024, orientation = 6, progressive = false } = options;
  const lying = orientation >= 5;
  const side = Math.min(256, width, height);
  const upright = await drawLandscape(lying ? height : width, lying ? width : height);
  const stored = await layDown(upright, orientation);
  const jpeg = await sharp(stored)
    .resize(width, height, { fit: 'fill', kernel: 'linear' })
    .composite([{ input: grain(side), raw: { width: side, height: side, channels: 4 }, tile: true }])
    .withIccProfile('p3')
    .jpeg({ quality: 90, progressive })
    .toBuffer();
  const thumbnail = await sharp(stored).resize(160, 120, { fit: 'fill' }).jpeg().toBuffer();
  const exif = exifBlock(orientation, withComment(thumbnail, canaries.thumbnail));
  return Buffer.concat([jpeg.subarray(0, 2), exif, xmpBlock(), jpeg.subarray(2)]);
}

/** Drawn at a quarter of the size: enlarging is quicker than rasterising twelve megapixels. */
async function drawLandscape(width: number, height: number): Promise<Buffer> {
  const w = Math.max(1, Math.round(width / 4));
  const h = Math.max(1, Math.round(height / 4));
  const side = Math.min(w, h) * cornerShare;
  const square = (x: number, y: number, [r, g, b]: readonly [number, number, number]) =>
    `<rect x="${x}" y="${y}" width="${side}" height="${side}" fill="rgb(${r},${g},${b})"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}">
    <linearGradient id="sky" x2="0" y2="1"><stop stop-color="#9db7cf"/><stop offset=".6" stop-color="#f1dcc6"/></linearGradient>
    <rect width="100%" height="100%" fill="url(#sky)"/>
    <circle cx="${w * 0.62}" cy="${h * 0.38}" r="${w * 0.07}" fill="#fff3dc"/>
    <path d="M0 ${h * 0.58} C${w * 0.3} ${h * 0.44} ${w * 0.5} ${h * 0.66} ${w} ${h * 0.5} V${h} H0Z" fill="#8a9aa0"/>
    <path d="M0 ${h * 0.7} C${w * 0.4} ${h * 0.6} ${w * 0.6} ${h * 0.8} ${w} ${h * 0.66} V${h} H0Z" fill="#66796a"/>
    <path d="M0 ${h * 0.86} C${w * 0.3} ${h * 0.78} ${w * 0.7} ${h * 0.9} ${w} ${h * 0.8} V${h} H0Z" fill="#47563f"/>
    ${square(0, 0, corners.topLeft)}${square(w - side, 0, corners.topRight)}
    ${square(0, h - side, corners.bottomLeft)}${square(w - side, h - side, corners.bottomRight)}
  </svg>`;
  return sharp(Buffer.from(svg)).flatten().png({ compressionLevel: 0 }).toBuffer();
}

/** The inverse of what a viewer does with `orientation`. */
async function layDown(upright: Buffer, orientation: number): Promise<Buffer> {
  const turn = [0, 0, 0, 180, 0, 90, 270, 270, 90][orientation] ?? 0;
  const turned = await sharp(upright).rotate(turn).png({ compressionLevel: 0 }).toBuffer();
  if (orientation === 4) return sharp(turned).flip().png({ compressionLevel: 0 }).toBuffer();
  const mirrored = orientation === 2 || orientation === 5 || orientation === 7;
  return mirrored ? sharp(turned).flop().png({ compressionLevel: 0 }).toBuffer() : turned;
}

/** The noise of a sensor, the same on every run, so that sizes can be compared. */
function grain(side: number): Buffer {
  const pixels = Buffer.alloc(side * side * 4);
  let seed = 20240229;
  for (let at = 0; at < pixels.length; at += 4) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    pixels.fill(seed >>> 31 === 0 ? 0 : 255, at, at + 3);
    pixels[at + 3] = (seed >>> 16) % 14;
  }
  return pixels;
}

type Field = { tag: number; type: 1 | 2 | 3 | 4 | 5 | 7; count: number; bytes: Buffer };
const ascii = (tag: number, text: string): Field => bytes(tag, 2, Buffer.from(`${text}\0`, 'latin1'));
const bytes = (tag: number, type: 1 | 2 | 7, value: Buffer): Field => ({
  tag,
  type,
  count: value.length,
  bytes: value,
});
const short = (tag: number, value: number): Field => ({ tag, type: 3, count: 1, bytes: bigEndian(value, 2) });
const long = (tag: number, value: number): Field => ({ tag, type: 4, count: 1, bytes: bigEndian(value, 4) });
const rationals = (tag: number, ...pairs: (readonly [number, number])[]): Field => ({
  tag,
  type: 5,
  count: pairs.length,
  bytes: Buffer.concat(pairs.flat().map((part) => bigEndian(part, 4))),
});

function bigEndian(value: number, size: 2 | 4): Buffer {
  const out = Buffer.alloc(size);
  out.writeUIntBE(value, 0, size);
  return out;
}

/** One directory of TIFF 6.0 at `start`: its fields in order, then the values that do not fit. */
function directory(start: number, fields: Field[], next = 0): Buffer {
  let behind = start + 2 + fields.length * 12 + 4;
  const entries: Buffer[] = [];
  const values: Buffer[] = [];
  for (const field of fields.toSorted((a, b) => a.tag - b.tag)) {
    const head = [bigEndian(field.tag, 2), bigEndian(field.type, 2), bigEndian(field.count, 4)];
    if (field.bytes.length <= 4) {
      entries.push(...head, Buffer.concat([field.bytes, Buffer.alloc(4 - field.bytes.length)]));
      continue;
    }
    const padded = Buffer.concat([field.bytes, Buffer.alloc(field.bytes.length % 2)]);
    entries.push(...head, bigEndian(behind, 4));
    values.push(padded);
    behind += padded.length;
  }
  return Buffer.concat([bigEndian(fields.length, 2), ...entries, bigEndian(next, 4), ...values]);
}

function exifBlock(orientation: number, thumbnail: Buffer): Buffer {
  const first = (exifAt: number, gpsAt: number, next: number) =>
    directory(
      8,
      [
        ascii(0x010f, canaries.make),
        ascii(0x0110, canaries.model),
        short(0x0112, orientation),
        rationals(0x011a, [72, 1]),
        rationals(0x011b, [72, 1]),
        short(0x0128, 2),
        ascii(0x0131, canaries.software),
        ascii(0x0132, canaries.taken),
        long(0x8769, exifAt),
        long(0x8825, gpsAt),
      ],
      next,
    );
  const exifAt = 8 + first(0, 0, 0).length;
  const exif = directory(exifAt, [
    bytes(0x9000, 7, Buffer.from('0232')),
    rationals(0x829a, [1, 120]),
    ascii(0x9003, canaries.taken),
    ascii(0x9011, '+01:00'),
    bytes(0x927c, 7, Buffer.from(`${canaries.makerNote}\0\0\x01MM`.padEnd(600, '\x07'), 'latin1')),
    ascii(0xa430, canaries.owner),
    ascii(0xa431, canaries.serial),
  ]);
  const gpsAt = exifAt + exif.length;
  const gps = directory(gpsAt, [
    bytes(0x0000, 1, Buffer.from([2, 3, 0, 0])),
    ascii(0x0001, 'N'),
    rationals(0x0002, [48, 1], [12, 1], [3042, 100]),
    ascii(0x0003, 'E'),
    rationals(0x0004, [16, 1], [22, 1], [1234, 100]),
    rationals(0x0006, [1711, 10]),
  ]);
  const secondAt = gpsAt + gps.length;
  const second = (thumbnailAt: number) =>
    directory(secondAt, [
      short(0x0103, 6),
      short(0x0112, orientation),
      rationals(0x011a, [72, 1]),
      rationals(0x011b, [72, 1]),
      long(0x0201, thumbnailAt),
      long(0x0202, thumbnail.length),
    ]);
  const thumbnailAt = secondAt + second(0).length;
  const header = Buffer.from('Exif\0\0MM\0*\0\0\0\b', 'latin1');
  return segment(0xe1, header, first(exifAt, gpsAt, secondAt), exif, gps, second(thumbnailAt), thumbnail);
}

function xmpBlock(): Buffer {
  const packet = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:City="${canaries.xmp}"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
  return segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0', 'latin1'), Buffer.from(packet, 'utf8'));
}

function withComment(jpeg: Buffer, text: string): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), segment(0xfe, Buffer.from(text)), jpeg.subarray(2)]);
}

function segment(marker: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([0xff, marker]), bigEndian(body.length + 2, 2), body]);
}

/**
 * A flat grey baseline JPEG of any size in a quarter of a bit a pixel: each 8 × 8 block is two bits,
 * "as bright as the one before" and "nothing else". Its tables are as small as T.81 allows.
 */
export function hugePhotograph(width: number, height: number): Buffer {
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
  const oneCode = Buffer.from([1, ...Array<number>(15).fill(0), 0]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xdb, Buffer.alloc(1), Buffer.alloc(64, 1)),
    segment(0xc0, Buffer.from([8]), bigEndian(height, 2), bigEndian(width, 2), Buffer.from([1, 1, 0x11, 0])),
    segment(0xc4, Buffer.from([0x00]), oneCode, Buffer.from([0x10]), oneCode),
    segment(0xda, Buffer.from([1, 1, 0x00, 0, 63, 0])),
    Buffer.alloc(Math.ceil(blocks / 4)),
    Buffer.from([0xff, 0xd9]),
  ]);
}
