import { languageHere } from '#i18n/spoken.ts';
import { closurePath, pausePath } from '#hosting/paths.ts';
import { momentInWords } from '#i18n/dates.ts';
import type { Say } from '#i18n/messages.ts';
import { Document } from '#ui/document.tsx';
import { FormKey } from '#ui/fields.tsx';
import type { Report } from '#visitors/reports.ts';

/** A report, what the child is called whose page it is about, if everybody may know, and whether the host paused that page. */
export type Told = { report: Report; called: string | undefined; isPaused: boolean };

/** What readers said is wrong, newest first; what is dealt with stays below. Nothing was hidden because of it. */
export function ReportsPage({ say, told }: { say: Say; told: readonly Told[] }) {
  const waiting = told.filter(({ report }) => report.closedAt === undefined);
  const closed = told.filter(({ report }) => report.closedAt !== undefined);
  return (
    <Document title={say('reports.title')} language={languageHere()}>
      <main class="home">
        <nav class="quiet back">
          <a href="/home">{say('home')}</a>
        </nav>
        <h1>{say('reports.title')}</h1>
        {waiting.length === 0 && <p>{say(closed.length === 0 ? 'reports.none' : 'reports.none-waits')}</p>}
        {told.some(({ called, isPaused }) => called !== undefined || isPaused) && (
          <p class="quiet">{say('reports.pause-says')}</p>
        )}
        <Reports say={say} told={waiting} />
        {closed.length > 0 && (
          <section class="part">
            <h2>{say('reports.closed')}</h2>
            <Reports say={say} told={closed} />
          </section>
        )}
      </main>
    </Document>
  );
}

function Reports({ say, told }: { say: Say; told: readonly Told[] }) {
  return (
    <ul class="list">
      {told.map(({ report, called, isPaused }) => (
        <li class="item">
          <bdi class="what">
            {called === undefined ? (
              say(isPaused ? 'reports.paused' : 'reports.not-open')
            ) : (
              <a href={report.about}>{called}</a>
            )}
          </bdi>
          <span class="means" dir="ltr">
            {called !== undefined && report.about}
          </span>
          <blockquote class="message" dir="auto">
            {report.text}
            <footer>
              {momentInWords(report.createdAt, languageHere())}
              {report.email && ` · ${report.email}`}
            </footer>
          </blockquote>
          <form
            method="post"
            action={report.closedAt ? `${closurePath(report)}?_method=delete` : closurePath(report)}
          >
            <FormKey />
            <button class="act plain">{say(report.closedAt ? 'reports.reopen' : 'reports.close')}</button>
          </form>
          {(isPaused || called !== undefined) && (
            <form method="post" action={isPaused ? `${pausePath(report)}?_method=delete` : pausePath(report)}>
              <FormKey />
              <button class="act plain">{say(isPaused ? 'reports.return' : 'reports.pause')}</button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}
