import { familyOfPath, memberPath, successionPath } from '#families/paths.ts';
import { daysToAnswer, type Succession } from '#families/succession/succession.ts';
import type { Say } from '#i18n/messages.ts';
import { momentOnClock } from '#i18n/on-clock.ts';
import { languageHere } from '#i18n/spoken.ts';
import { Document } from '#ui/document.tsx';
import { FormKey } from '#ui/fields.tsx';

type SuccessionPageProps = {
  say: Say;
  succession: Succession;
  nameOf: (personId: string) => string;
  viewerId: string;
  /** The zone that the family tells its days in; empty where it has none. */
  zone: string;
};

/** For who agreed to be there after the only parent: asking to be a parent now. For that parent: what was asked. */
export function SuccessionPage({ say, succession, nameOf, viewerId, zone }: SuccessionPageProps) {
  const { familyId, parentId, successorId, asked } = succession;
  const isParent = viewerId === parentId;
  const values = {
    name: nameOf(isParent ? successorId : parentId),
    day: asked?.dueAt ? momentOnClock(asked.dueAt, zone) : '',
    count: daysToAnswer,
  };
  return (
    <Document title={say('succession.title', { name: nameOf(parentId) })} language={languageHere()}>
      <main class="stack">
        <nav class="quiet back">
          <a href={familyOfPath(familyId)}>{say('family.title')}</a>
        </nav>
        <h1>{say('succession.title', { name: nameOf(parentId) })}</h1>
        {asked ? (
          <p>{say(isParent ? 'succession.asked-of-you' : 'succession.asked-by-you', values)}</p>
        ) : (
          <>
            <p>{say('succession.says', values)}</p>
            <p>{say('succession.means', values)}</p>
          </>
        )}
        <div class="acts">
          <form method="post" action={`${successionPath(familyId)}${asked ? '&_method=delete' : ''}`}>
            <FormKey />
            <button class="act first">{say(actOf(isParent, asked !== undefined))}</button>
          </form>
          {isParent && (
            <a class="act plain" href={memberPath({ familyId, personId: successorId })}>
              {say('member.parent-do', values)}
            </a>
          )}
          <a class="act plain" href="/home">
            {say('not-now')}
          </a>
        </div>
      </main>
    </Document>
  );
}

function actOf(isParent: boolean, isAsked: boolean): string {
  if (!isAsked) return 'succession.do';
  return isParent ? 'succession.no' : 'member.take-back';
}
