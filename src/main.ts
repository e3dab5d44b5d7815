import { runWord } from '#cli/run-word.ts';

process.exitCode = await runWord(['serve', ...process.argv.slice(2)]);
