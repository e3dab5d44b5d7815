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

const machines = [
  [/iPhone/, 'an iPhone'],
  [/iPad/, 'an iPad'],
  [/Android.*Mobile/, 'an Android phone'],
  [/Android/, 'an Android tablet'],
  [/CrOS/, 'a Chromebook'],
  [/Windows/, 'a Windows computer'],
  [/Macintosh/, 'a Mac'],
  [/Linux/, 'a Linux computer'],
] as const;

/** “Safari on an iPhone”: a device in a few plain words, as far as its User-Agent (RFC 9110) says it. */
export function deviceOf(userAgent = ''): string {
  const browser = browsers.find(([mark]) => userAgent.includes(mark))?.[1] ?? 'A browser';
  const machine = machines.find(([mark]) => mark.test(userAgent))?.[1];
  return machine ? `${browser} on ${machine}` : browser;
}
