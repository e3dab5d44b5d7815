/** What the server says to a save: where it went and what the next one begins from, or why not. */
export type Answer = {
  kept?: 'draft' | 'beside';
  revision?: number;
  errors?: Record<string, string>;
  error?: string;
};

const tooLong = 30_000;
// What a browser still sends for a page that is gone (Fetch Standard: 64 kB).
const mostAtLeaving = 60_000;

/** Sends a form's fields. Status 0 says that nobody answered within half a minute, or nobody of ours. */
export async function sendWords(
  path: string,
  fields: [name: string, value: string][],
  stop = new AbortController(),
): Promise<{ status: number; answer: Answer }> {
  const body = new URLSearchParams(fields);
  const keepalive = body.toString().length < mostAtLeaving;
  const headers = { accept: 'application/json' };
  setTimeout(() => stop.abort(), tooLong);
  try {
    const response = await fetch(path, { method: 'POST', headers, body, keepalive, signal: stop.signal });
    return { status: response.status, answer: (await response.json()) as Answer };
  } catch {
    return { status: 0, answer: {} };
  }
}
