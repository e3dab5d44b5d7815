import { blur, shade } from '#cli/sample-drawings/brush.ts';

/** Two small prints in ink on paper, and a sprig beside them. */
export function drawFootprints(): string {
  return `<defs>${blur('far', 30)}${blur('cast', 12)}${blur('soft', 0.9)}
    ${ink}${fibres('weft', '.006 .5')}${fibres('warp', '.5 .006')}${fibres('fibre', '.02 .12')}
    ${shade('cloth', 'right', '#e4dfd6', ['#cfcac3', 0.5], '#a5a3a2')}${shade('paper', 'right', '#fffaf1', ['#f9f2e6', 0.5], '#e4d9cb')}</defs>
    <rect width="1200" height="900" fill="url(#cloth)"/><rect width="1200" height="900" filter="url(#weft)" opacity=".3"/><rect width="1200" height="900" filter="url(#warp)" opacity=".3"/>
    <g transform="rotate(-3.5 600 450)">
      <rect x="272" y="122" width="676" height="690" fill="#4a4640" opacity=".5" filter="url(#cast)"/>
      <rect x="262" y="104" width="676" height="690" fill="url(#paper)"/><rect x="262" y="104" width="676" height="690" filter="url(#fibre)" opacity=".14"/>
      <rect x="290" y="132" width="620" height="634" fill="none" stroke="#bfae9c" stroke-width="1.4" opacity=".6"/>
      ${foot(498, 424, -6, -1)}${foot(706, 412, 7, 1)}</g>
    <g transform="translate(7 13)" stroke="#4a4640" fill="#4a4640" opacity=".4" filter="url(#cast)">${sprig()}</g>
    <g stroke="#7e8a6d" fill="#93a080" filter="url(#soft)">${sprig()}</g>
    <g filter="url(#far)"><path d="M-90 -90 H560 L160 990 H-90Z" fill="#fff8ea" opacity=".34"/><path d="M860 -90 H1290 V620Z" fill="#56524f" opacity=".26"/></g>`;
}

// The edge wavers a little, as skin does, and the ink lies thinner here and there.
const ink = `<filter id="ink" x="-20%" y="-20%" width="140%" height="140%"><feTurbulence type="fractalNoise" baseFrequency=".03" numOctaves="2" seed="4" result="wave"/><feDisplacementMap in="SourceGraphic" in2="wave" scale="8" result="edge"/>
  <feTurbulence type="fractalNoise" baseFrequency=".16 .22" numOctaves="4" seed="9"/><feColorMatrix values="0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  -.8 0 0 0 1.22" result="thin"/><feComposite in="edge" in2="thin" operator="in"/><feGaussianBlur stdDeviation="1.2"/></filter>`;

function fibres(id: string, frequency: string): string {
  return `<filter id="${id}" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="${frequency}" numOctaves="2" seed="5"/><feColorMatrix values="0 0 0 0 .33  0 0 0 0 .3  0 0 0 0 .27  .9 0 0 0 -.2"/></filter>`;
}

function foot(x: number, y: number, turn: number, mirror: 1 | -1): string {
  const toes = [
    [-44, -150, 25, 29],
    [0, -171, 15, 20],
    [31, -163, 13, 18],
    [58, -146, 12, 16],
    [80, -122, 11, 14],
  ].map(([cx, cy, rx, ry]) => `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}"/>`);
  const sole =
    '<path d="M-66 -78 C-72 -122 -20 -130 30 -117 C84 -103 100 -58 84 -14 C70 24 50 44 48 84 C48 128 30 154 0 154 C-34 154 -50 126 -44 88 C-36 50 -60 -30 -66 -78Z"/>';
  return `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${mirror * 0.78} .78)" fill="#666c78" filter="url(#ink)">${toes.join('')}${sole}</g>`;
}

function sprig(): string {
  const leaves = Array.from({ length: 11 }, (_, at) => {
    const far = at / 10;
    const [x, y] = [1092 - 176 * far ** 1.25, 860 - 330 * far];
    const [long, side] = [46 - far * 18, at % 2 ? 1 : -1];
    const turn = -28 - far * 12 + side * 44;
    return `<path transform="translate(${x} ${y}) rotate(${turn})" stroke="none" d="M0 0 C-15 ${-long * 0.35} -12 ${-long * 0.8} 0 ${-long} C12 ${-long * 0.8} 15 ${-long * 0.35} 0 0Z"/>`;
  });
  return `<path d="M1104 884 C1064 790 990 640 912 522" fill="none" stroke-width="4" stroke-linecap="round"/>${leaves.join('')}<path transform="translate(914 526) rotate(-36)" stroke="none" d="M0 0 C-11 -12 -9 -28 0 -36 C9 -28 11 -12 0 0Z"/>`;
}
