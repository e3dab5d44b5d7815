import { momentInWords } from '#i18n/dates.ts';
import type { Say } from '#i18n/messages.ts';
import { Document } from '#ui/document.tsx';
import type { Report } from '#visitors/reports.ts';

/** What readers said is wrong, newest first. Nothing was hidden because of it. */
export function ReportsPage({ say, reports }: { say: Say; reports: Report[] }) {
  return (
    <Document title={say('reports.title')} language="en">
      <main class="home">
        <nav class="quiet back">
          <a href="/home">{say('home')}</a>
        </nav>
        <h1>{say('reports.title')}</h1>
        {reports.length === 0 && <p>{say('reports.none')}</p>}
        <ul class="list">
          {reports.map((report) => (
            <li class="item">
              <span class="what">
                <a href={report.about}>{report.about}</a>
              </span>
              <blockquote class="message" dir="auto">
                {report.text}
                <footer>
                  {momentInWords(report.createdAt, 'en')}
                  {report.email && ` · ${report.email}`}
                </footer>
              </blockquote>
            </li>
          ))}
        </ul>
      </main>
    </Document>
  );
}
