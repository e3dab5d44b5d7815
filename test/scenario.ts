import { expect } from 'vitest';
import type { Answer, Ask, Visitor, World } from '#test/world.ts';

type Scenario = Omit<Ask, 'as' | 'method'> & {
  as?: Visitor;
  /** What is asked for, by one of these. */
  get?: string;
  post?: string;
  head?: string;
  expect: {
    status: number;
    /** Where a 303 leads. */
    location?: string | RegExp;
    contains?: readonly string[];
    notContains?: readonly string[];
    headers?: Record<string, string | null>;
  };
  /** What is true afterwards. */
  then?: (answer: Answer) => Promise<void> | void;
};

/** One request, what is in the answer, what is not, and what is true afterwards. */
export async function scenario(site: World, story: Scenario): Promise<Answer> {
  const { get, post, head, expect: expected, then, ...ask } = story;
  const method = get === undefined ? (post === undefined ? 'HEAD' : 'POST') : 'GET';
  const answer = await site.request(get ?? post ?? head ?? '/', { ...ask, method });
  const { status, location, contains = [], notContains = [], headers = {} } = expected;
  expect(answer.status, answer.text.slice(0, 2000)).toBe(status);
  if (typeof location === 'string') expect(answer.location).toBe(location);
  if (location instanceof RegExp) expect(answer.location).toMatch(location);
  for (const words of contains) expect(answer.text).toContain(words);
  for (const words of notContains) expect(answer.text).not.toContain(words);
  for (const [name, value] of Object.entries(headers)) expect(answer.headers.get(name), name).toBe(value);
  await then?.(answer);
  return answer;
}
