import { blur, chance, shade } from '#cli/sample-drawings/brush.ts';

const dome =
  'M412 566 C404 420 440 322 520 288 C578 262 652 262 706 290 C784 326 820 420 810 566 C740 604 482 604 412 566Z';
const brim =
  'M394 548 C500 592 722 592 828 548 C846 542 852 552 850 566 L842 640 C840 656 832 662 820 666 C700 700 522 700 402 666 C390 662 382 656 380 640 L372 566 C370 552 376 542 394 548Z';
const cloth = 'M-40 652 C180 622 380 670 620 646 C860 616 1040 667 1240 640 V940 H-40Z';

/** A small knitted hat on a folded blanket, in the light of a window. */
export function drawHat(): string {
  const multiply = 'style="mix-blend-mode:multiply"';
  return `<defs>${blur('far', 24)}${blur('cast', 16)}${blur('soft', 1)}${blur('rim', 10)}
    ${knit('wool', 16, '#f1e8da', '#dccfbf')}${knit('knit', 9, '#d5dbdb', '#c5cdcf')}
    ${shade('room', 'right', '#f3ebdf', ['#dfd6cb', 0.45], '#b5adaa')}
    ${shade('round', 'right', '#f4ece0', ['#ffffff', 0.28], ['#e2d8cf', 0.68], '#a89b92')}
    ${shade('deep', 'down', '#ffffff', ['#ffffff', 0.5], '#ddd3c9')}
    ${shade('folds', 'right', '#ffffff', ['#eef0f0', 0.4], '#a3abb1')}${shade('near', 'down', '#ffffff', ['#e6eaec', 0.4], '#b4bdc3')}
    ${shade('second', 'down', '#f5f1e9', ['#e3ddd3', 0.4], '#bdb5ad')}
    <clipPath id="dome"><path d="${dome}"/></clipPath><clipPath id="brim"><path d="${brim}"/></clipPath></defs>
    <rect width="1200" height="900" fill="url(#room)"/>
    <g filter="url(#far)"><path d="M-90 -90 H330 L210 540 H-90Z" fill="#fffdf6" opacity=".8"/><rect x="70" y="-20" width="16" height="540" fill="#cfc4b8" opacity=".5"/><rect x="-90" y="540" width="1400" height="70" fill="#b5aba4" opacity=".5"/></g>
    <path d="M-40 590 C180 562 380 608 620 584 C860 558 1040 604 1240 580 V940 H-40Z" fill="url(#second)" filter="url(#soft)"/>
    <path d="${cloth}" fill="#7d8389" opacity=".4" filter="url(#rim)"/>
    <g filter="url(#soft)"><path d="${cloth}" fill="url(#knit)"/></g>
    <path d="${cloth}" fill="url(#folds)" ${multiply}/><path d="${cloth}" fill="url(#near)" ${multiply}/>
    <g filter="url(#rim)"><path d="M-40 800 C220 760 420 822 660 792 C900 762 1060 810 1240 782 L1240 806 C1060 836 900 790 660 818 C420 848 220 788 -40 830Z" fill="#7b868f" opacity=".5"/>
      <path d="M-40 780 C220 738 420 800 660 770 C900 740 1060 788 1240 760" stroke="#fff" stroke-width="10" fill="none" opacity=".55"/></g>
    <path d="M396 668 C560 722 830 716 1010 676 C1050 656 960 634 840 628 L386 640Z" fill="#565d66" opacity=".6" filter="url(#cast)"/>
    <g filter="url(#soft)"><g clip-path="url(#dome)"><rect x="380" y="240" width="480" height="380" fill="url(#wool)"/></g></g>
    <path d="${dome}" fill="url(#round)" ${multiply}/><path d="${dome}" fill="url(#deep)" ${multiply}/>
    <g clip-path="url(#dome)"><path d="M380 560 C500 604 722 604 842 560" stroke="#6d5f56" stroke-width="22" fill="none" opacity=".4" filter="url(#rim)"/></g>
    <g filter="url(#soft)"><g clip-path="url(#brim)"><rect x="360" y="500" width="500" height="210" fill="#d6c8b7"/><g stroke="#f3eadd" stroke-linecap="round">${ribs()}</g></g></g>
    <path d="${brim}" fill="url(#round)" ${multiply}/>
    <g clip-path="url(#brim)"><path d="M384 680 C500 716 722 716 838 680" stroke="#6d5f56" stroke-width="20" fill="none" opacity=".35" filter="url(#rim)"/></g>
    <ellipse cx="612" cy="292" rx="66" ry="14" fill="#6d5f56" opacity=".45" filter="url(#rim)"/>
    ${pompom()}`;
}

/** Stocking stitch: columns of small Vs. */
function knit(id: string, size: number, light: string, dark: string): string {
  const legs = [-0.05, 0.77].map((top) => {
    const [from, to] = [size * top, size * (top + 0.55)];
    return `<path d="M${size * 0.16} ${from} L${size * 0.43} ${to}M${size * 0.84} ${from} L${size * 0.57} ${to}"/>`;
  });
  return `<pattern id="${id}" width="${size}" height="${size * 0.82}" patternUnits="userSpaceOnUse"><rect width="${size}" height="${size}" fill="${dark}"/><g stroke="${light}" stroke-width="${size * 0.38}" stroke-linecap="round">${legs.join('')}</g></pattern>`;
}

function ribs(): string {
  return Array.from({ length: 35 }, (_, at) => {
    const across = (at - 17) / 17;
    const [x, low] = [611 + Math.sin(across * 1.4) * 238, Math.cos(across * 1.4) * 30];
    return `<path d="M${x} ${530 + low} L${x - across * 5} ${672 + low}" stroke-width="${8 * Math.cos(across * 1.25) + 1.5}"/>`;
  }).join('');
}

/** Threads from the middle outwards, the lit ones last. */
function pompom(): string {
  const between = chance(5);
  const threads = Array.from({ length: 1500 }, (_, at) => {
    const [angle, reach] = [at * 2.39996, 56 * Math.sqrt((at + 1) / 1500)];
    const [right, down] = [Math.cos(angle), Math.sin(angle)];
    const lit = 0.66 - (right * reach) / 150 - (down * reach) / 190 + between(-0.22, 0.22);
    const tone = Math.round(168 + Math.max(0, Math.min(1, lit)) * 80);
    const [length, sway] = [between(8, 20), between(-5, 5)];
    const path = `M${612 + right * reach} ${238 + down * reach * 0.95} q${right * length * 0.5 + sway} ${down * length * 0.5 + sway} ${right * length} ${down * length}`;
    return { lit, path: `<path d="${path}" stroke="rgb(${tone},${tone - 8},${tone - 20})"/>` };
  });
  const ordered = threads.toSorted((a, b) => a.lit - b.lit).map(({ path }) => path);
  return `<g filter="url(#soft)" fill="none" stroke-width="2.6" stroke-linecap="round">${ordered.join('')}</g>`;
}
