import type { PropsWithChildren } from 'hono/jsx';

export const drawings = ['snowdrop', 'two-snowdrops', 'snowdrops-in-grass', 'bud', 'twig'] as const;
export type DrawingKind = (typeof drawings)[number];

type Labelled = { label?: string | undefined };

/** One of the drawings, by the key that a memorial keeps as its portrait. */
export function Drawing({ kind, label }: Labelled & { kind: DrawingKind }) {
  const Kind = kinds[kind];
  return <Kind label={label} />;
}

export function Snowdrop({ label }: Labelled) {
  return (
    <Lines box="9 0 120 150" label={label}>
      <Tone d="M55 147C44 130 33 108 29.5 88 28.6 82 29.8 77.6 31.6 74.5 37 80 42 92 47 106 51.5 119 55 133 57 146" />
      <Tone d="M61.8 147C62.5 128 67 108 77 97.5 82 92.3 89 91.5 94.5 96 98 99 99.8 103.6 100 108.5 95.5 104.5 90.5 104.6 86 108.5 77.5 116 70.5 131 66.5 147" />
      <Fine d="M33 82C37 100 45 122 53.5 139M64.6 141C68 122 76 105.5 87 100.5" />
      <Stem d="M59 147.5C57.2 118 57.8 82 62.5 52 65.4 34 70.5 19.6 78.8 16.3 84.7 14 88.6 18.5 89 27" />
      <Tone d="M63.4 46.5C62.3 30 68 12.5 82.8 4.5 81.7 9 80.3 12.6 78.5 16.5 71.5 20.5 66.5 31 63.4 46.5Z" />
      <OpenFlower at="translate(89 27) rotate(-6)" />
    </Lines>
  );
}

function TwoSnowdrops({ label }: Labelled) {
  return (
    <Lines box="0 0 150 150" label={label}>
      <Tone d="M66 147C53 144.5 38 138 28.5 128.5 26 126 24.4 123.3 23.8 120.5 35 121 49 127.5 59.5 136 63.8 139.5 67.5 143.2 70 147" />
      <Fine d="M29 124.5C40 128.5 52.5 135 62.5 142.5M86.3 140C90.5 124.5 98.5 109.5 109 100" />
      <Tone d="M83.5 147C84.5 130 91 112.5 102 101.5 106.5 97 111.5 94.6 116 94.5 116.6 99.5 115 104.5 112 109.5 105 121.5 95.5 134.5 88.5 147" />
      <Stem d="M79.4 147.5C78.4 118 79.2 84 85 54 88.6 36 93.6 20.6 101.8 17.3 107.7 15 111.7 19.6 112 28" />
      <Tone d="M86 48.5C85.3 32 91.5 14 106.5 6.5 105.2 10.6 103.5 13.9 101.5 17.5 94.5 21.5 89 33 86 48.5Z" />
      <Stem d="M74.5 147.5C75 124 73.5 99 66 78.5 61.3 65.5 54.3 56.6 46.5 57.6 41 58.3 38.4 62.6 38 69" />
      <Tone d="M64.8 75.5C64 62.5 57 50 43 45.5 44 49.7 45.3 53.5 46.8 57.6 54.5 57.4 60.5 65 64.8 75.5Z" />
      <OpenFlower at="translate(112 28) rotate(-5) scale(.94)" />
      <ClosedFlower at="translate(38 69) rotate(7) scale(.8)" />
    </Lines>
  );
}

function SnowdropsInGrass({ label }: Labelled) {
  return (
    <Lines box="0 0 260 130" label={label} wide>
      <Fine d="M6 122.5C30 119.6 50 121.6 74 121.4 112 121 140 123.8 176 121.6 206 119.8 232 123 254 121.6M24 126.5C44 125 58 126.4 72 126M150 126.8C172 126 196 126.8 222 125.6" />
      <Stem d="M126.5 121.5C125 98 126 68 131.5 43 134.5 29 139.5 17.5 146.5 15.2 151.5 13.6 154.6 17.5 155 24.5" />
      <Tone d="M132.5 39C132 26.5 137 12.5 149.5 6.5 148.6 9.8 147.5 12.5 146.2 15.4 140.5 17.8 135.5 26 132.5 39Z" />
      <Stem d="M100 121.5C101 104 99.4 84 93.5 68 90 58.5 84.5 51.5 78 52.5 73.5 53.2 71.5 56.9 71.3 62" />
      <Tone d="M92.8 66C92 55.5 86.5 45.5 75 42 75.8 45.5 76.8 49 78.2 52.5 84.5 52.6 89.5 58.5 92.8 66Z" />
      <Stem d="M188 121.5C186.6 107 187.6 91 192 77.5 195 68.6 199.5 62.5 205 62.4 209 62.4 211 65.6 211.2 70.5" />
      <Tone d="M192.6 75.5C192.8 66.5 197 57.5 207 53.5 206.4 56.5 205.7 59.3 204.9 62.4 199.8 63 195.3 68 192.6 75.5Z" />
      <Stem d="M42 121.5C43 109 41.2 97 36.8 88 34 82.5 30.2 79.4 26.5 80.5 23.7 81.4 22.7 84 22.7 87.5" />
      <Tone d="M36.2 86.8C35.2 80 31.4 74 23.5 72 24.3 75 25.3 77.8 26.6 80.5 30.3 80.2 33.7 83 36.2 86.8Z" />
      <Tone d="M120 121.5C113.5 108 108.5 94 107.5 81.5 107.2 77.5 107.8 74.5 108.8 72.5 114.5 82 119.5 98 123 121.5M130.5 121.5C133 104 140 89.5 150.5 82 153.5 79.9 156.5 79.2 159 79.8 158 93 146 108.5 136 121.5" />
      <Tone d="M183.5 121.5C176.5 112.5 171.5 102.5 170 92.5 177.5 98 183.5 108.5 186.5 121.5M192 121.5C197 114 205 107.5 216.5 106 215.5 113 207.5 118.5 199 121.5M45.5 121.5C48.5 111 53.5 102 60.5 96.5 63 104.5 57 114.5 49.5 121.5M95.5 121.5C88.5 117.5 81 111 77 103.5 85.5 104.5 94 111.5 98 121.5" />
      <Fine d="M9 121.8C9.5 115.5 7.5 111 4.5 107M13 121.8C14 117.5 15.5 115 18 112M70 121.4C70.5 115 69.5 110 67 106M74.5 121.4C75.5 117 77 114 79.5 111.5M160 122C160.5 115 159 109.5 156.5 105.5M164 122C166 112.5 168 108 171.5 103.5M228 122.2C228.6 114.5 227 107.5 223.5 102M232.5 122.2C234 111.5 237.5 103 243 96.5M240 122C243 115.5 246.5 111.5 251 108.5" />
      <OpenFlower at="translate(155 24.5) rotate(-5) scale(.8)" />
      <ClosedFlower at="translate(71.3 62) rotate(6) scale(.7)" />
      <OpenFlower at="translate(211.2 70.5) rotate(-7) scale(.62)" />
      <ClosedFlower at="translate(22.7 87.5) rotate(8) scale(.5)" />
    </Lines>
  );
}

function Bud({ label }: Labelled) {
  return (
    <Lines box="7 0 120 150" label={label}>
      <Tone d="M55.5 147C45 133 36.5 113 35 95 34.6 90 35.4 86.2 37 83.5 45 95 54 120 58 146.5" />
      <Tone d="M62.5 147C63.5 128 69.5 108.5 80.5 97.5 83.3 94.7 86.2 93.3 89 93.2 91 108 78 130 67.5 147" />
      <Fine d="M38.2 91C42.5 108 49 125 55.5 139M65.8 140C69 124.5 75 110.5 84 99.5" />
      <Stem d="M59.8 147.5C58 120 58.5 88 63 61 65.2 47.5 69.5 35 76 32.5 80.5 31 83.3 34.2 83.5 39.5" />
      <Tone d="M63.5 58.5C60.5 42 63.5 24.5 75.5 10.5 77.3 18 77.3 25.5 75.8 32.6 69.8 35.5 66 46 63.5 58.5Z" />
      <g transform="translate(83.5 39) rotate(-7)">
        <Tone
          d="M-1.5 8C-6 13-9.6 21-9.3 29.5-9 36.5-5 42.5.4 46.5 5.8 42.3 9.4 36 9.5 29 9.5 20.5 6 12.8 1.8 8"
          light
        />
        <path d="M-1.2 8.2C-5.4 17-5.6 33 .4 46.5M1.5 8.2C4.2 13 5.6 19 5.6 25.5" />
        <Fine d="M.6 14C1.6 21 1.6 29 .8 36.5" />
        <Ovary />
      </g>
    </Lines>
  );
}

function Twig({ label }: Labelled) {
  return (
    <Lines box="-5 0 120 150" label={label}>
      <path d="M36 146C45.5 125 52 101 58 79 63 61.5 68.5 47 77.5 33.5" stroke-width="1.6" />
      <Leaf at="translate(77.3 33.8) rotate(30) scale(.86)" />
      <Leaf at="translate(72.5 42) rotate(-22) scale(.8)" />
      <Leaf at="translate(68.3 50.5) rotate(76) scale(.9)" />
      <Leaf at="translate(63.3 62.5) rotate(-31) scale(1.02)" />
      <Leaf at="translate(59.3 74.5) rotate(70) scale(1.12)" />
      <Leaf at="translate(55 90) rotate(-40) scale(1.14)" />
      <Leaf at="translate(50.8 104.5) rotate(64) scale(1.08)" />
      <Leaf at="translate(46 119.5) rotate(-50) scale(.9)" />
    </Lines>
  );
}

const kinds = {
  snowdrop: Snowdrop,
  'two-snowdrops': TwoSnowdrops,
  'snowdrops-in-grass': SnowdropsInGrass,
  bud: Bud,
  twig: Twig,
} satisfies Record<DrawingKind, (props: Labelled) => unknown>;

/** The flowers hang from the origin, about 48 high. */
function OpenFlower({ at }: { at: string }) {
  return (
    <g transform={at}>
      <Tone
        d="M-4.2 26.5C-5.8 30.2-6.4 33.8-5.9 37.3-4 38.6-1.6 37.9.1 35.2 1.9 37.8 4.3 38.3 6.3 36.7 6.7 33.2 6.2 29.8 4.9 26"
        light
      />
      <path d="M-3 33C-2.3 30.8-1.3 29.3.1 28.2 1.7 29.2 2.8 30.6 3.6 32.6" stroke-width="2" />
      <Tone
        d="M-1.5 8.4C-8.5 11.2-18.4 21-19.5 34.5-19.9 39.2-19.1 43.4-17.7 46.2-11.6 44-6.7 37.4-4.9 29.2-3.6 23-2.4 16-.9 9.5"
        light
      />
      <Tone
        d="M1.7 8.4C8.8 10.8 19.3 19.8 20.7 33 21.2 37.7 20.4 41.8 19.1 44.6 12.9 42.8 7.7 36.2 5.5 28.3 4 22.7 2.5 16 1.2 9.5"
        light
      />
      <Fine d="M-5.2 16.5C-10.6 22-14.2 29.5-15.8 38.5M-4.2 20.5C-7.2 26-9.4 31.5-10.8 37M5.6 16C11.2 21.2 15 28.5 16.9 37M4.7 20.5C7.9 25.7 10.2 30.7 11.9 36" />
      <Ovary />
    </g>
  );
}

function ClosedFlower({ at }: { at: string }) {
  return (
    <g transform={at}>
      <Tone
        d="M-1.6 8.4C-8.5 12.5-16 22-15.9 33-15.9 37-14.7 40.8-13 43.3-11 42.7-9.6 41.8-8.2 40.4M1.7 8.4C8.8 12.2 16.6 21.4 16.7 32.2 16.8 36.3 15.7 40 14 42.5 11.9 42 10.2 41.1 8.7 39.8"
        light
      />
      <Tone
        d="M-.9 8.4C-4.8 14-10.2 24-9.9 34.8-9.7 41-5.1 46.6.2 49.6 5.7 46.2 10 40.6 10.1 34.4 10.2 24 4.9 14 1.1 8.4"
        light
      />
      <Fine d="M.1 16.5C-.6 24-.6 32 .1 40M-3.2 21.5C-4.9 26.5-5.4 31.5-4.9 36.5M3.6 21.5C5.2 26.5 5.7 31.3 5.2 36" />
      <Ovary />
    </g>
  );
}

function Ovary() {
  return (
    <Tone d="M0 0C-2.5.2-3.7 2.6-3.4 5.1-3.2 6.7-2.5 7.8-1.6 8.4-.5 8.7.7 8.7 1.8 8.4 2.8 7.7 3.5 6.5 3.6 5.1 3.7 2.6 2.5.1 0 0Z" />
  );
}

/** Stands on the origin, about 28 high. */
function Leaf({ at }: { at: string }) {
  return (
    <g transform={at}>
      <Tone d="M0 0C-6.5-5.5-8.6-14.5-.8-28 7.6-15.5 6.8-6.2 0 0Z" />
      <Fine d="M0-1C.3-8-.2-15-.8-21.5M.2-7.5C1.6-9.5 2.8-11.2 3.6-13.4M-.1-12C-1.4-13.8-2.5-15.4-3.2-17.3" />
    </g>
  );
}

/** An outline in a breath of its own colour; `light` for what is white. */
function Tone({ d, light }: { d: string; light?: boolean }) {
  return <path d={d} fill="currentColor" fill-opacity={light ? '.03' : '.13'} />;
}

function Stem({ d }: { d: string }) {
  return <path d={d} stroke-width="1.9" />;
}

function Fine({ d }: { d: string }) {
  return <path d={d} stroke-width=".7" stroke-opacity=".75" />;
}

function Lines({
  box,
  label,
  wide,
  children,
}: PropsWithChildren<Labelled & { box: string; wide?: boolean }>) {
  const named = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': 'true' as const };
  return (
    <svg
      viewBox={box}
      fill="none"
      stroke="currentColor"
      stroke-width="1.25"
      stroke-linecap="round"
      stroke-linejoin="round"
      data-wide={wide}
      {...named}
    >
      {children}
    </svg>
  );
}
