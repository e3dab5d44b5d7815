import { languageHere } from '#i18n/spoken.ts';
import { dateInWords } from '#i18n/dates.ts';
import { languageName } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import { signedBy } from '#tributes/signing/signature.ts';
import type { Placed, Words } from '#tributes/tribute.ts';

/** What is otherwise different between two versions, apart from title and text: one sentence for each. */
export function whatElseChanged(say: Say, earlier: Words, later: Words): string[] {
  const nothing = say('compare.nothing');
  const told = (name: string, of: (words: Words) => string): string[] => {
    const [was, is] = [of(earlier), of(later)];
    return was === is ? [] : [say(`compare.${name}`, { was: was || nothing, is: is || nothing })];
  };
  return [
    ...told('signed', (words) => signedBy(words.signed, words.language)),
    ...told('when', ({ memory }) => (memory ? dateInWords(memory, languageHere()) : '')),
    ...told('place', ({ place }) => place),
    ...told('addressee', ({ addressee }) => addressee),
    ...told('keepsake', ({ keepsake }) => keepsake && say(`keepsake.${keepsake}`)),
    ...told('language', ({ language }) => languageName(language)),
    ...photographs(say, earlier.photographs, later.photographs),
  ];
}

function photographs(say: Say, earlier: readonly Placed[], later: readonly Placed[]): string[] {
  const gone = earlier.filter((one) => !twin(one, later)).length;
  const came = later.filter((one) => !twin(one, earlier)).length;
  const stayed = later.filter((one) => twin(one, earlier));
  const retold = stayed.filter((one) => {
    const before = twin(one, earlier);
    return before?.caption !== one.caption || before.alternative !== one.alternative;
  }).length;
  return [
    ...(came > 0 ? [say('compare.photographs-came', { count: came })] : []),
    ...(gone > 0 ? [say('compare.photographs-gone', { count: gone })] : []),
    ...(retold > 0 ? [say('compare.photographs-retold', { count: retold })] : []),
  ];
}

function twin({ photographId }: Placed, among: readonly Placed[]): Placed | undefined {
  return among.find((one) => one.photographId === photographId);
}
