import { headerOf } from '#test/answers.ts';
import type { Letter } from './family.ts';
import type { Person } from './people.ts';
import type { Trial } from './trial.ts';

/** A parent translates what they published, of one paragraph, reads it beside the original and approves it. */
export async function translate(
  trial: Trial,
  parent: Person,
  letter: Letter,
  { language, of, word }: { language: string; of: number; word: string },
): Promise<void> {
  const send = async (path: string, form: Record<string, string>): Promise<string> => {
    const answer = await trial.ask(parent, { path, form });
    trial.came(answer, [303], `${path} while translating`);
    return headerOf(answer, 'location') ?? '';
  };
  const sheet = await send(`${letter.path}/translations/own`, { 'own-language': language });
  const typed = { 'around-title': word, 'text-0': `${word}, translated`, translator: parent.name };
  await send(`${sheet}/draft`, { ...typed, revision: '0', of: String(of), offer: 'yes' });
  await send(sheet.replace(/\/words$/, '/approval'), { revision: '1' });
}
