import { join, resolve } from 'node:path';
import type { Config } from '#config.ts';
import { openBlobs } from '#files/blobs.ts';
import { sweepCopies } from '#files/copies.ts';
import { openDataFolder } from '#files/data-folder.ts';
import { lockFolder } from '#database/lock.ts';
import { migrate } from '#database/migrate.ts';
import { openPostgres } from '#database/postgres.ts';
import { openSqlite } from '#database/sqlite.ts';
import { startWorker } from '#jobs/worker.ts';
import { drafterAt } from '#machine/drafter-at.ts';
import { fileMailer } from '#mail/eml-files.ts';
import { smtpMailer } from '#mail/smtp.ts';
import { jobKinds, reactIn } from '#reactions.ts';
import { allRoutes } from '#routes.ts';
import { startSchedule } from '#schedule.ts';
import { openDatabase } from '#schema/database.ts';
import { migrations } from '#schema/migrations/index.ts';
import type { Site } from '#schema/site.ts';
import { haveSigningKey } from '#words/words-key.ts';

export type Snowdrop = {
  site: Site;
  fetch: (request: Request, env?: unknown) => Response | Promise<Response>;
  close(): Promise<void>;
};

const clock = (): string => new Date().toISOString();

/**
 * Builds the whole from its parts: folder, database, jobs, routes. `failed` is called when the disk
 * refuses: nothing may be written after that.
 */
export async function openSnowdrop(
  config: Config,
  failed: (error: Error) => void,
  now = clock,
): Promise<Snowdrop> {
  const folder = openDataFolder(resolve(config.data));
  const lock = lockFolder(join(folder.path, 'lock.sqlite'));
  const connections = config.databaseUrl
    ? openPostgres(config.databaseUrl)
    : openSqlite(folder.database, failed);
  try {
    await migrate(connections, migrations, (next) =>
      join(folder.copies, `before-${next}-${now().replaceAll(':', '')}`),
    );
  } catch (error) {
    await connections.close();
    lock.release();
    throw error;
  }
  await sweepCopies(folder.copies);
  const blobs = openBlobs(folder, failed);
  await blobs.sweep();
  let wake: () => void = () => {};
  const database = openDatabase(connections, reactIn(now), () => wake());
  await haveSigningKey(database, now());
  const mailer = config.mail
    ? smtpMailer(config.mail, config.mailFrom)
    : fileMailer(folder.mails, config.mailFrom);
  const site: Site = {
    url: config.url,
    database,
    blobs,
    folder,
    mailer,
    drafter: config.drafts && drafterAt(config.drafts),
    contact: config.contact,
    proxies: config.proxies,
    now,
  };
  const worker = startWorker(database, jobKinds(site), now);
  wake = worker.wake;
  const stopSchedule = startSchedule(site);
  return {
    site,
    fetch: methodAsked(allRoutes(site).fetch),
    async close() {
      await stopSchedule();
      await worker.stop();
      await database.close();
      lock.release();
    },
  };
}

/** Forms can only GET and POST; `?_method=delete` in a form's address stands for DELETE. */
function methodAsked(
  answer: (request: Request, env?: object) => Response | Promise<Response>,
): Snowdrop['fetch'] {
  return (request, env) => {
    const asks = request.method === 'POST' && new URL(request.url).searchParams.get('_method') === 'delete';
    return answer(asks ? new Request(request, { method: 'DELETE' }) : request, env as object);
  };
}
