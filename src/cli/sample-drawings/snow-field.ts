import { blur, chance, shade } from '#cli/sample-drawings/brush.ts';

export function drawSnowField(): string {
  const between = chance(19);
  const branches: string[] = [];
  const grow = (x: number, y: number, length: number, angle: number, thick: number): void => {
    const [endX, endY] = [x + Math.sin(angle) * length, y - Math.cos(angle) * length];
    const bend = between(-0.2, 0.2) * length;
    branches.push(
      `<path d="M${x} ${y} Q${(x + endX) / 2 + bend} ${(y + endY) / 2} ${endX} ${endY}" stroke-width="${thick}"/>`,
    );
    if (thick < 0.5) return;
    const twigs = thick > 6 || between(0, 1) > 0.62 ? 3 : 2;
    for (let twig = 0; twig < twigs; twig++) {
      const turn = (twig - (twigs - 1) / 2) * between(0.35, 0.8) + between(-0.22, 0.22);
      grow(endX, endY, length * between(0.62, 0.94), angle * 0.82 + turn, thick * between(0.6, 0.7));
    }
  };
  grow(800, 568, 84, -0.05, 12);
  const wood = Array.from({ length: 70 }, (_, at) => {
    const [x, height] = [at * 20 - 90, between(26, 74)];
    return `<ellipse cx="${x}" cy="${478 - height * 0.32}" rx="${between(13, 26)}" ry="${height * 0.6}"/>`;
  }).join('');
  return `<defs>${blur('haze', 26)}${blur('wood', 5)}${blur('soft', 0.7)}${blur('shadow', 7)}${blur('drift', 12)}
    ${shade('sky', 'down', '#b3c1d0', ['#cfd3dc', 0.3], ['#e9d8d3', 0.45], ['#f6e2cd', 0.54], '#f6e2cd')}
    ${shade('field', 'down', '#f2e8e2', ['#e4e6ee', 0.3], '#c9d3e2')}${shade('fold', 'down', '#fbf6f1', ['#dfe4ee', 0.5], '#d2dae7')}
    <radialGradient id="sun"><stop stop-color="#fffaf0"/><stop offset=".12" stop-color="#fff1d8" stop-opacity=".9"/><stop offset="1" stop-color="#f8dcc0" stop-opacity="0"/></radialGradient></defs>
    <rect width="1200" height="900" fill="url(#sky)"/>
    <circle cx="330" cy="432" r="330" fill="url(#sun)"/>
    <g filter="url(#haze)" fill="#fff" opacity=".3"><ellipse cx="760" cy="150" rx="420" ry="30"/><ellipse cx="200" cy="240" rx="320" ry="22"/></g>
    <g filter="url(#wood)" fill="#a9adba" opacity=".7">${wood}</g>
    <g filter="url(#haze)"><rect x="-60" y="452" width="1320" height="60" fill="#f4e6da" opacity=".85"/></g>
    <path d="M-60 492 C240 476 520 500 800 484 C960 476 1100 488 1260 480 V960 H-60Z" fill="url(#field)"/>
    <path d="M-90 610 C260 560 520 640 800 604 C980 580 1100 610 1290 590 V990 H-90Z" fill="url(#fold)" filter="url(#drift)"/>
    <g filter="url(#shadow)"><path d="M803 566 C900 590 1010 612 1290 650 L1290 716 C1010 640 900 606 800 572Z" fill="#aebad0" opacity=".55"/></g>
    <g filter="url(#soft)" stroke="#5d5a63" fill="none" stroke-linecap="round">${branches.join('')}</g>
    <path d="M742 574 C776 559 826 559 862 574 C826 581 776 581 742 574Z" fill="#f4f0ee" filter="url(#soft)"/>
    <path d="M-90 760 C200 690 460 790 700 742 C900 704 1060 760 1290 720 V990 H-90Z" fill="url(#fold)" filter="url(#drift)"/>
    ${steps()}`;
}

/** A line of small prints that leads to the tree. */
function steps(): string {
  const prints = Array.from({ length: 15 }, (_, at) => {
    const far = at / 14;
    const [x, y, size] = [300 + 470 * far ** 0.8, 880 - 296 * far ** 0.62, 15 * (1 - far * 0.8)];
    const side = (at % 2 ? 1 : -1) * size * 0.75;
    return `<ellipse cx="${x + side}" cy="${y}" rx="${size}" ry="${size * 0.5}" transform="rotate(-24 ${x} ${y})"/>`;
  });
  return `<g fill="#93a4c0" opacity=".5" filter="url(#soft)">${prints.join('')}</g>`;
}
