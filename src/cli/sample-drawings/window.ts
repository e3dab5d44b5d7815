import { blur, chance, shade } from '#cli/sample-drawings/brush.ts';

/** A window at dusk, a curtain, and one candle on the sill. */
export function drawWindow(): string {
  const between = chance(7);
  const panes = [0, 1].flatMap((column) =>
    [0, 1, 2].map((row) => `M${352 + column * 262} ${64 + row * 204}h244v188h-244Z`),
  );
  const folds = (from: number, to: number, lean: number) =>
    Array.from({ length: 13 }, (_, at) => {
      const x = from + ((to - from) * at) / 12;
      const width = between(10, 30);
      return `<path d="M${x} -20 C${x + lean * 0.2} 300 ${x + lean} 560 ${x + lean * 0.9} 790 h${width} C${x + lean + width} 560 ${x + lean * 0.2 + width} 300 ${x + width} -20Z" fill="${at % 2 ? '#fff2dd' : '#6f5d5c'}" opacity="${between(0.1, 0.3)}"/>`;
    }).join('');
  const trees = Array.from({ length: 15 }, (_, at) => {
    const [x, top] = [340 + at * 38, between(370, 460)];
    return `<ellipse cx="${x}" cy="${top + 90}" rx="${between(20, 40)}" ry="${between(90, 120)}"/>`;
  }).join('');
  return `<defs>${blur('far', 7)}${blur('soft', 1)}${blur('cloth', 4)}${blur('glow', 30)}
    ${shade('wall', 'right', '#3a3439', ['#5b4d4c', 0.35], ['#4d4245', 0.7], '#2c282e')}
    ${shade('dusk', 'down', '#53657f', ['#8a8ba0', 0.3], ['#d3a898', 0.55], ['#f0c29a', 0.72], '#d9a68c')}
    ${shade('frame', 'right', '#b7a597', ['#d9c8b4', 0.4], '#a08e84')}
    ${shade('sill', 'down', '#d8c3ab', ['#a08a7c', 0.35], '#6b5c58')}
    ${shade('left', 'right', '#786867', ['#cdb6a2', 0.62], '#e8d3b8')}${shade('right', 'right', '#d8c3ac', ['#a28f87', 0.5], '#554a4c')}
    ${shade('wax', 'right', '#cdb79d', ['#fff3dc', 0.4], '#c9ae92')}
    <radialGradient id="light"><stop stop-color="#ffe6b0" stop-opacity=".95"/><stop offset=".25" stop-color="#ffd08a" stop-opacity=".42"/><stop offset="1" stop-color="#ffb871" stop-opacity="0"/></radialGradient>
    <clipPath id="leftCloth"><path d="M130 -20 H452 C440 260 330 520 300 790 H120Z"/></clipPath><clipPath id="rightCloth"><path d="M786 -20 H1120 V790 H960 C930 540 830 300 786 -20Z"/></clipPath><clipPath id="panes"><path d="${panes.join('')}"/></clipPath></defs>
    <rect width="1200" height="900" fill="url(#wall)"/>
    <rect x="318" y="30" width="572" height="664" rx="4" fill="url(#frame)"/>
    <g clip-path="url(#panes)"><rect x="330" y="40" width="560" height="640" fill="url(#dusk)"/>
      <g filter="url(#far)"><g fill="#6d6470" opacity=".75">${trees}<rect x="300" y="478" width="620" height="140"/></g><path d="M320 590 C460 560 620 600 900 566 V700 H320Z" fill="#c9b3b6"/><circle cx="742" cy="150" r="15" fill="#fff6e6" opacity=".9"/></g>
      <path d="M352 30 L640 30 L380 690 L300 690Z" fill="#fff" opacity=".07"/></g>
    <g filter="url(#soft)" fill="none" stroke="#6d5d58" stroke-opacity=".55" stroke-width="5">${panes.map((pane) => `<path d="${pane}"/>`).join('')}</g>
    <g filter="url(#cloth)"><path d="M130 -20 H452 C440 260 330 520 300 790 H120Z" fill="url(#left)" opacity=".9"/><g clip-path="url(#leftCloth)">${folds(150, 440, -90)}</g>
      <path d="M786 -20 H1120 V790 H960 C930 540 830 300 786 -20Z" fill="url(#right)" opacity=".92"/><g clip-path="url(#rightCloth)">${folds(800, 1100, 90)}</g></g>
    <path d="M180 694 H1040 L1100 760 H120Z" fill="url(#sill)"/><rect x="120" y="758" width="980" height="30" fill="#57494a"/>
    <rect y="788" width="1200" height="120" fill="#362f33"/>
    <ellipse cx="640" cy="742" rx="120" ry="12" fill="#4a3d3c" opacity=".55" filter="url(#cloth)"/>
    <g filter="url(#soft)"><path d="M586 728 C586 752 694 752 694 728 L684 722 H596Z" fill="#c9b9a6"/><ellipse cx="640" cy="726" rx="54" ry="9" fill="#e4d5c0"/>
      <rect x="617" y="618" width="46" height="108" rx="5" fill="url(#wax)"/><ellipse cx="640" cy="619" rx="23" ry="6" fill="#fff0d2"/><path d="M640 618 V604" stroke="#4b3b34" stroke-width="3"/></g>
    <circle cx="640" cy="590" r="300" fill="url(#light)"/>
    <g filter="url(#soft)"><path d="M640 536 C656 566 658 588 640 606 C622 588 624 566 640 536Z" fill="#ffdf9e"/><path d="M640 562 C648 578 649 592 640 603 C631 592 632 578 640 562Z" fill="#fffbee"/></g>
    <ellipse cx="640" cy="724" rx="260" ry="26" fill="#ffc98a" opacity=".35" filter="url(#glow)"/>`;
}
