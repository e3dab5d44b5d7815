import { blur, chance, shade } from '#cli/sample-drawings/brush.ts';

export function drawSnowdrops(): string {
  const between = chance(3);
  const lights = Array.from({ length: 26 }, () => {
    const [x, y, r] = [between(0, 1200), between(40, 620), between(16, 62)];
    return `<circle cx="${x}" cy="${y}" r="${r}" fill="#f4f1e2" opacity="${between(0.05, 0.22)}"/>`;
  }).join('');
  const leaf = (x: number, lean: number, height: number, width: number) =>
    `<path d="M${x - width} 850 C${x - width} ${850 - height * 0.5} ${x + lean * 0.5} ${850 - height * 0.8} ${x + lean} ${850 - height} C${x + lean * 0.7 + width} ${850 - height * 0.7} ${x + width} ${850 - height * 0.4} ${x + width} 850Z" fill="url(#leaf)"/>`;
  const flower = (x: number, y: number, scale: number, turn: number) => `
    <g transform="translate(${x} ${y}) rotate(${turn}) scale(${scale})">
      <path d="M-6 30 C-50 70 -84 150 -58 205 C-40 212 -18 160 -4 70Z" fill="url(#petalBack)"/>
      <path d="M6 30 C50 70 84 150 58 205 C40 212 18 160 4 70Z" fill="url(#petalBack)"/>
      <path d="M-34 110 C-40 160 -30 186 0 188 C30 186 40 160 34 110Z" fill="#f3f4ea"/>
      <path d="M-33 156 C-30 142 30 142 33 156 C32 176 22 182 0 182 C-22 182 -32 176 -33 156Z" fill="#86a468" opacity=".85"/>
      <path d="M0 26 C-42 66 -48 160 -4 222 C0 226 4 226 6 221 C46 160 40 66 0 26Z" fill="url(#petal)"/>
      <path d="M-9 62 C-16 110 -14 160 -4 200 M10 64 C16 110 16 150 8 192" stroke="#c9d2d2" stroke-width="2" fill="none" opacity=".6"/>
      <path d="M-13 8 C-17 24 -12 38 0 40 C12 38 17 24 13 8 C8 0 -8 0 -13 8Z" fill="url(#cup)"/>
    </g>`;
  const stem = (foot: number, top: number, head: [number, number]) =>
    `<path d="M${foot} 850 C${foot} 700 ${top - 20} ${head[1] - 20} ${top} ${head[1] - 74} C${top + 14} ${head[1] - 108} ${head[0]} ${head[1] - 96} ${head[0]} ${head[1] + 12}" stroke="url(#stem)" stroke-width="9" fill="none" stroke-linecap="round"/>
     <path d="M${top - 6} ${head[1] - 66} C${top + 10} ${head[1] - 150} ${top + 44} ${head[1] - 150} ${top + 54} ${head[1] - 126} C${top + 30} ${head[1] - 128} ${top + 14} ${head[1] - 110} ${top + 2} ${head[1] - 62}Z" fill="#8ba274"/>`;
  return `<defs>${blur('far', 56)}${blur('near', 9)}${blur('soft', 1.1)}${blur('snow', 16)}
    ${shade('back', 'down', '#8d9c95', '#a9b4a4', '#d3d3c4', '#e9ecec')}
    ${shade('leaf', 'down', '#8fae8b', '#5d8065')}${shade('stem', 'down', '#9db886', '#6d8f66')}
    ${shade('petal', 'right', '#dfe5e6', ['#ffffff', 0.45], '#e3e6e1')}${shade('petalBack', 'down', '#e8ecea', '#ccd5d8')}
    ${shade('cup', 'right', '#6f8f55', ['#9dba7c', 0.4], '#6a8852')}</defs>
    <rect width="1200" height="900" fill="url(#back)"/>
    <g filter="url(#far)"><ellipse cx="240" cy="330" rx="260" ry="190" fill="#6f8378" opacity=".55"/><ellipse cx="980" cy="260" rx="280" ry="220" fill="#7b8c7e" opacity=".5"/>
      <ellipse cx="660" cy="120" rx="300" ry="120" fill="#f3e9d2" opacity=".65"/><rect x="-150" y="640" width="1500" height="420" fill="#e9eef1"/></g>
    <g filter="url(#near)">${lights}
      ${stem(980, 1006, [1060, 452])}${flower(1060, 452, 0.7, -4)}${stem(210, 200, [150, 520])}${flower(150, 520, 0.66, 5)}${leaf(1010, 60, 330, 14)}${leaf(190, -70, 280, 14)}</g>
    <g filter="url(#soft)">${leaf(520, -96, 430, 20)}${leaf(640, 130, 500, 21)}${leaf(560, 10, 360, 18)}${leaf(745, 96, 300, 17)}
      ${stem(560, 500, [430, 330])}${flower(430, 330, 1.08, 6)}${stem(610, 640, [716, 250])}${flower(716, 250, 1.16, -5)}${stem(700, 840, [912, 520])}${flower(912, 520, 0.88, -8)}</g>
    <g filter="url(#snow)"><path d="M-90 1010 V800 C160 740 300 830 460 812 C640 790 760 850 900 818 C1040 790 1140 820 1290 780 V1010Z" fill="#f3f6f8"/></g>
    <g filter="url(#near)"><path d="M-90 1010 V848 C200 812 420 880 640 858 C860 838 1040 868 1290 838 V1010Z" fill="#fdfdfc"/></g>`;
}
