import type { Answer } from '#test/world.ts';

/** Everything of an answer but the address that was asked for, which whoever asks knows already. */
export function everythingIn(answer: Answer, path: string): string {
  const headers = [...answer.headers]
    .map(([name, value]) => `${name}: ${decodeURIComponent(value)}`)
    .join('\n');
  return `${answer.status}\n${headers}\n${answer.bytes.toString('latin1')}`.replaceAll(path, '(asked)');
}
