import { languageHere } from '#i18n/spoken.ts';
import { momentInWords } from '#i18n/dates.ts';
import type { Say } from '#i18n/messages.ts';
import { instantAfter } from '#lib/instant.ts';
import { daysBeforeLeaving } from '#memorials/leave.ts';
import type { LeavingAsked } from '#memorials/leaving-asked.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { leavingPath, memorialHomePath, openingPath, restPath } from '#memorials/paths.ts';
import { askedInWords } from '#memorials/standing.tsx';
import { calledIn } from '#memorials/vocabulary.ts';
import { Document } from '#ui/document.tsx';
import { FormKey } from '#ui/fields.tsx';

type LeavingPageProps = {
  say: Say;
  memorial: Memorial;
  /** How it stands, where somebody asked already. */
  asked: LeavingAsked | undefined;
  viewerId: string;
  /** Whether there is no other parent to be asked. */
  isAlone: boolean;
  now: string;
};

/** Before a page goes away for good: what that means, when, who is asked, and what could be done instead. */
export function LeavingPage({ say, memorial, asked, viewerId, isAlone, now }: LeavingPageProps) {
  const called = calledIn(memorial, languageHere());
  const leavesAt = memorial.leavesAt ?? instantAfter(now, { days: daysBeforeLeaving });
  const day = momentInWords(leavesAt, languageHere(), memorial.zone || 'UTC');
  const begins = isAlone || memorial.leavesAt !== undefined;
  const wants = asked?.wantedBy.includes(viewerId) === true;
  const isAsked = (asked?.wantedBy.length ?? 0) > 0;
  const canEnd = memorial.leavesAt !== undefined || wants || (isAsked && !asked?.objectedBy);
  const changes = begins
    ? [
        memorial.leavesAt === undefined && say('leaving.at-once'),
        say('leaving.until', { day }),
        !isAlone && say('leaving.told'),
      ]
    : [
        !isAsked && !asked?.objectedBy && say('leaving.asks'),
        !asked?.objectedBy && say('leaving.agrees'),
        !isAsked && !asked?.objectedBy && say('leaving.silence'),
        say('leaving.thirty'),
      ];
  return (
    <Document title={say('leaving.title', { called })} language={languageHere()} palette={memorial.palette}>
      <main>
        <nav class="quiet back">
          <a href={openingPath(memorial)}>{say('opening.title', { called })}</a>
        </nav>
        <section class="sheet stack">
          <h1>{say('leaving.title', { called })}</h1>
          {asked && (
            <div class="notice" role="status">
              {asked.dueAt && <p>{askedInWords(say, asked, viewerId, memorial.zone)}</p>}
              {asked.objectedBy && <p>{objectedInWords(say, asked, viewerId, memorial.zone)}</p>}
              {asked.objectedBy && isAsked && (
                <p>{say(wants ? 'leaving.waits-by-you' : 'leaving.waits', { name: asked.askedByName })}</p>
              )}
            </div>
          )}
          <ul class="changes">
            {changes.map((change) => change && <li>{change}</li>)}
            <li>{say('leaving.then')}</li>
            <li>{say('publication.copies')}</li>
          </ul>
          <div class="row">
            {canEnd && (
              <form method="post" action={`${leavingPath(memorial)}?_method=delete`}>
                <FormKey />
                <button class="act first">{say(wants ? 'leaving.take-back' : 'leaving.undo')}</button>
              </form>
            )}
            {memorial.leavesAt === undefined && (!wants || isAlone) && (
              <form method="post" action={leavingPath(memorial)}>
                <FormKey />
                <button class="act">
                  {say(isAlone ? 'leaving.do' : isAsked ? 'leaving.agree' : 'leaving.do-ask')}
                </button>
              </form>
            )}
            <a class="act plain" href={memorialHomePath(memorial)}>
              {say('not-now')}
            </a>
          </div>
        </section>
        {memorial.restsSince === undefined && memorial.leavesAt === undefined && (
          <form class="stack" method="post" action={restPath(memorial)}>
            <FormKey />
            <h2>{say('rest.instead')}</h2>
            <p>{say('rest.says')}</p>
            <div class="acts">
              <button class="act">{say('rest.do')}</button>
            </div>
          </form>
        )}
      </main>
    </Document>
  );
}

function objectedInWords(
  say: Say,
  { objectedBy, objectedByName, objectedAt }: LeavingAsked,
  viewerId: string,
  zone: string,
) {
  const day = momentInWords(objectedAt ?? '', languageHere(), zone || 'UTC');
  return say(objectedBy === viewerId ? 'leaving.you-objected' : 'leaving.objected', {
    name: objectedByName,
    day,
  });
}
