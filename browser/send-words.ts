import type { Copy } from './device-copy.ts';

/** What the server says to a save: where it went and what the next one begins from, or why not. */
export type Answer = {
  kept?: 'draft' | 'beside';
  revision?: number;
  errors?: Record<string, string>;
  error?: string;
};

// What a browser still sends for a page that is gone (Fetch Standard: 64 kB).
const mostAtLeaving = 60_000;

/** Sends on what another page left on this device, as that page would have; says whether the server has it. */
export async function sendCopy(path: string, { editor, revision, words }: Copy): Promise<boolean> {
  const own = Object.entries({ editor, revision: String(revision), places: 'now' });
  const typed = JSON.parse(words) as [string, string][];
  const { answer } = await sendWords(path, [...typed, ...own]);
  return answer.kept !== undefined && answer.errors === undefined;
}

/** Sends a form's fields. Status 0 says that nobody answered, or nobody of ours. */
export async function sendWords(
  path: string,
  fields: [name: string, value: string][],
  signal?: AbortSignal,
): Promise<{ status: number; answer: Answer }> {
  const body = new URLSearchParams(fields);
  const keepalive = body.toString().length < mostAtLeaving;
  const headers = { accept: 'application/json' };
  try {
    const response = await fetch(path, { method: 'POST', headers, body, keepalive, signal: signal ?? null });
    return { status: response.status, answer: (await response.json()) as Answer };
  } catch {
    return { status: 0, answer: {} };
  }
}
