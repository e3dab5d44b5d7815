import { reportUnexpected } from '#lib/log.ts';
import { sweepMails } from '#mail/eml-files.ts';
import type { Site } from '#schema/site.ts';

const hour = 60 * 60 * 1000;

/** Everything that recurs. Answers how to stop it. */
export function startSchedule(site: Site): () => void {
  const recurring = [every(hour, 'sweep mails', () => sweepMails(site.folder.mails, site.now()))];
  return () => recurring.forEach((timer) => clearInterval(timer));
}

function every(ms: number, name: string, act: () => Promise<void>): NodeJS.Timeout {
  const run = () => act().catch((error: unknown) => reportUnexpected(error, name));
  void run();
  return setInterval(() => void run(), ms).unref();
}
