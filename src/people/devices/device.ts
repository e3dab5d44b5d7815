import type { Say } from '#i18n/messages.ts';

/**
 * A device as far as its browser tells: the browser by its own name, which is the same everywhere, and the
 * machine by the word that `device.…` in `locales/` says it by. What is not known is empty.
 */
export type Device = { browser: string; machine: string };

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
  [/iPhone/, 'iphone'],
  [/iPad/, 'ipad'],
  [/Android.*Mobile/, 'android-phone'],
  [/Android/, 'android-tablet'],
  [/CrOS/, 'chromebook'],
  [/Windows/, 'windows'],
  [/Macintosh/, 'mac'],
  [/Linux/, 'linux'],
] as const;

/** A device by its User-Agent (RFC 9110). */
export function deviceOf(userAgent = ''): Device {
  return {
    browser: browsers.find(([mark]) => userAgent.includes(mark))?.[1] ?? '',
    machine: machines.find(([mark]) => mark.test(userAgent))?.[1] ?? '',
  };
}

/** “Safari on an iPhone”, in the words of whoever reads of it. */
export function deviceSaid(say: Say, device: Device): string {
  const browser = device.browser || say('device.browser');
  const machine = machines.find(([, word]) => word === device.machine)?.[1];
  return machine ? say('device.on', { browser, machine: say(`device.${machine}`) }) : browser;
}

/** Whether two devices are told in the same words: perhaps one and the same. */
export function isAlike(one: Device, other: Device): boolean {
  return one.browser === other.browser && one.machine === other.machine;
}

/** A device on one line, for a job that tells of it; `deviceTold` reads it again. */
export function deviceToTell({ browser, machine }: Device): string {
  return `${machine} ${browser}`;
}

export function deviceTold(line: string): Device {
  const [machine = '', ...browser] = line.split(' ');
  return { browser: browser.join(' '), machine };
}
