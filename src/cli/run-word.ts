import { CannotDo, told, wrongUse } from '#cli/told.ts';

/** One word of the command line. Answers the exit code. */
type Word = (args: readonly string[]) => Promise<number>;

// Each is loaded when it is said: starting the server reads nothing of the others.
const words: Record<string, () => Promise<Word>> = {
  serve: async () => (await import('#cli/serve.ts')).serveSite,
  sample: async () => (await import('#cli/sample.ts')).sample,
  backup: async () => (await import('#cli/backup.ts')).backUp,
  restore: async () => (await import('#cli/restore.ts')).restore,
  'let-in': async () => (await import('#cli/let-in.ts')).letIn,
  host: async () => (await import('#cli/host.ts')).host,
  words: async () => (await import('#cli/words.ts')).words,
  help: async () => (await import('#cli/help.ts')).help,
};

/** Runs what was typed after `snowdrop` and answers the exit code; what went wrong stands on stderr in plain words. */
export async function runWord(typed: readonly string[]): Promise<number> {
  const [word = 'help', ...args] = typed.map((one, at) =>
    at === 0 && /^(-h|--help)$/.test(one) ? 'help' : one,
  );
  try {
    const find = Object.hasOwn(words, word) ? words[word] : undefined;
    if (!find) {
      throw new CannotDo(
        `Snowdrop does not know the word “${word}”. It knows: ${Object.keys(words).join(', ')}.`,
        wrongUse,
      );
    }
    return await (
      await find()
    )(args);
  } catch (error) {
    const { sentences, code } = told(error);
    for (const sentence of sentences) console.error(sentence);
    return code;
  }
}
