import type { Say } from '#i18n/messages.ts';

// The first mark that fits counts: browsers name their ancestors too.
const browsers = [
  ['Edg', 'Edge'],
  ['OPR/', 'Opera'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['Firefox', 'Firefox'],
  ['FxiOS', 'Firefox'],
  ['CriOS', 'Chrome'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const;

/** What marks a machine, how it is kept, and by which key it is said. */
const machines = [
  [/iPhone/, 'an iPhone', 'iphone'],
  [/iPad/, 'an iPad', 'ipad'],
  [/Android.*Mobile/, 'an Android phone', 'android-phone'],
  [/Android/, 'an Android tablet', 'android-tablet'],
  [/CrOS/, 'a Chromebook', 'chromebook'],
  [/Windows/, 'a Windows computer', 'windows'],
  [/Macintosh/, 'a Mac', 'mac'],
  [/Linux/, 'a Linux computer', 'linux'],
] as const;
const someBrowser = 'A browser';

/** “Safari on an iPhone”: a device as it is kept, as far as its User-Agent (RFC 9110) says it. */
export function deviceOf(userAgent = ''): string {
  const browser = browsers.find(([mark]) => userAgent.includes(mark))?.[1] ?? someBrowser;
  const machine = machines.find(([mark]) => mark.test(userAgent))?.[1];
  return machine ? `${browser} on ${machine}` : browser;
}

/** A device that was kept, in the words of whoever reads of it. */
export function deviceSaid(say: Say, kept: string): string {
  const machine = machines.find(([, told]) => kept.endsWith(` on ${told}`));
  const name = machine ? kept.slice(0, -` on ${machine[1]}`.length) : kept;
  const browser = name === someBrowser ? say('device.browser') : name;
  return machine ? say('device.on', { browser, machine: say(`device.${machine[2]}`) }) : browser;
}
