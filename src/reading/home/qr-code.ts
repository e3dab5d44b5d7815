import newQrCode from 'qrcode-generator';

/** A QR code (ISO/IEC 18004, error correction M) of an address, as the data URL of an SVG, dark on light. */
export function qrCodeOf(address: string): string {
  const code = newQrCode(0, 'M');
  code.addData(address, 'Byte');
  code.make();
  const svg = code.createSvgTag({ cellSize: 8, margin: 32, scalable: true });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
