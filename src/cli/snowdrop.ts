import { runWord } from '#cli/run-word.ts';

process.exitCode = await runWord(process.argv.slice(2));
