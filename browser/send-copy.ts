import type { Copy } from './device-copy.ts';
import { made } from './form-words.ts';
import { sendWords } from './send-words.ts';

/** Sends on what another page left on this device, as that page would have; says whether the server has it. */
export async function sendCopy(path: string, copy: Copy): Promise<boolean> {
  const { answer } = await sendWords(path, fieldsOf(copy));
  return answer.kept !== undefined && answer.errors === undefined;
}

/** Goes on to the page that the server answers with, as the button of that other page would have. */
export function openCopy(path: string, copy: Copy): void {
  const form = made('form', { method: 'post', action: path, hidden: true });
  for (const [name, value] of fieldsOf(copy)) form.append(made('input', { type: 'hidden', name, value }));
  document.body.append(form);
  form.submit();
}

function fieldsOf({ editor, revision, of = '', words }: Copy): [name: string, value: string][] {
  const own = Object.entries({ editor, revision: String(revision), of, places: 'now' });
  return [...(JSON.parse(words) as [string, string][]), ...own];
}
