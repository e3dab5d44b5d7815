import type { Context } from 'hono';

const browsers = [
  ['Edg', 'Edge'],
  ['Firefox', 'Firefox'],
  ['FxiOS', 'Firefox'],
  ['CriOS', 'Chrome'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const;

const machines = [
  ['iPhone', 'an iPhone'],
  ['iPad', 'an iPad'],
  ['Android', 'an Android phone'],
  ['Windows', 'a Windows computer'],
  ['Macintosh', 'a Mac'],
  ['Linux', 'a Linux computer'],
] as const;

/** The device a request comes from in a few plain words, as far as the browser says it. */
export function deviceOf(c: Context): string {
  const agent = c.req.header('user-agent') ?? '';
  const browser = browsers.find(([mark]) => agent.includes(mark))?.[1] ?? 'A browser';
  const machine = machines.find(([mark]) => agent.includes(mark))?.[1];
  return machine ? `${browser} on ${machine}` : browser;
}
