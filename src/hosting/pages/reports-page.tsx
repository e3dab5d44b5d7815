import { closurePath } from '#hosting/paths.ts';
import { momentInWords } from '#i18n/dates.ts';
import type { Say } from '#i18n/messages.ts';
import { Document } from '#ui/document.tsx';
import type { Report } from '#visitors/reports.ts';

/** A report, and what the child is called whose page it is about, if everybody may know. */
type Told = { report: Report; called: string | undefined };

/** What readers said is wrong, newest first; what is dealt with stays below. Nothing was hidden because of it. */
export function ReportsPage({ say, told }: { say: Say; told: readonly Told[] }) {
  const waiting = told.filter(({ report }) => report.closedAt === undefined);
  const closed = told.filter(({ report }) => report.closedAt !== undefined);
  return (
    <Document title={say('reports.title')} language="en">
      <main class="home">
        <nav class="quiet back">
          <a href="/home">{say('home')}</a>
        </nav>
        <h1>{say('reports.title')}</h1>
        {waiting.length === 0 && <p>{say(closed.length === 0 ? 'reports.none' : 'reports.none-waits')}</p>}
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
      {told.map(({ report, called }) => (
        <li class="item">
          <span class="what">
            {called === undefined ? say('reports.not-open') : <a href={report.about}>{called}</a>}
          </span>
          <span class="means" dir="ltr">
            {called !== undefined && report.about}
          </span>
          <blockquote class="message" dir="auto">
            {report.text}
            <footer>
              {momentInWords(report.createdAt, 'en')}
              {report.email && ` · ${report.email}`}
            </footer>
          </blockquote>
          <form
            method="post"
            action={report.closedAt ? `${closurePath(report)}?_method=delete` : closurePath(report)}
          >
            <button class="act plain">{say(report.closedAt ? 'reports.reopen' : 'reports.close')}</button>
          </form>
        </li>
      ))}
    </ul>
  );
}
