import { CannotDo, wrongUse } from '#cli/told.ts';

/** Which of the flags that a word knows were said. Refuses any other, and anything that is no flag. */
export function readFlags<Flag extends string>(
  word: string,
  args: readonly string[],
  known: readonly Flag[],
): Set<Flag> {
  return new Set(
    args.map((arg) => {
      const flag = known.find((one) => one === arg);
      if (flag) return flag;
      const knows = known.length === 0 ? 'takes nothing behind it' : `knows only ${known.join(', ')}`;
      throw new CannotDo(`“${arg}” means nothing here: “snowdrop ${word}” ${knows}.`, wrongUse);
    }),
  );
}

/** The one folder that a word works on. */
export function readFolder(word: string, args: readonly string[]): string {
  const [folder, ...more] = args;
  if (folder === undefined || folder === '' || folder.startsWith('-') || more.length > 0) {
    throw new CannotDo(`Say one folder: snowdrop ${word} DIR`, wrongUse);
  }
  return folder;
}
