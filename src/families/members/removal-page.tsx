import { languageHere } from '#i18n/spoken.ts';
import type { Consent } from '#families/consents/consent.ts';
import type { Member } from '#families/family.ts';
import { familyOfPath, leavingFamilyPath, memberPath, removalPath } from '#families/paths.ts';
import { momentInWords } from '#i18n/dates.ts';
import type { Say } from '#i18n/messages.ts';
import { momentOnClock } from '#i18n/on-clock.ts';
import { Document } from '#ui/document.tsx';
import { FormKey } from '#ui/fields.tsx';

type RemovalPageProps = {
  say: Say;
  member: Member;
  nameOf: (personId: string) => string;
  /** How it stands that a parent is to be one no longer. */
  consent: Consent | undefined;
  viewerId: string;
  /** The zone that the family tells its days in; empty where it has none. */
  zone: string;
  /** Whether there are others than these two who could agree. */
  hasOthers: boolean;
};

/** Before somebody belongs no longer: what it does; of a parent, how it stands and what each can say to it. */
export function RemovalPage(props: RemovalPageProps) {
  const { say, member, nameOf, consent, viewerId } = props;
  const name = nameOf(member.personId);
  const isOneself = member.personId === viewerId;
  const isParent = member.role === 'parent';
  const changes = changesOf(props, isOneself);
  const title = say(isOneself ? 'removal.title-you' : 'removal.title', { name });
  return (
    <Document title={title} language={languageHere()}>
      <main>
        <nav class="quiet back">
          {isOneself ? (
            <a href={familyOfPath(member.familyId)}>{say('family.title')}</a>
          ) : (
            <a href={memberPath(member)}>{name}</a>
          )}
        </nav>
        <section class="sheet stack">
          <h1>{title}</h1>
          {consent && <Standing {...props} consent={consent} />}
          {changes.length > 0 && (
            <ul class="changes">
              {changes.map((key) => (
                <li>{say(key, { name })}</li>
              ))}
            </ul>
          )}
          {isParent ? (
            <Answers {...props} />
          ) : (
            <form method="post" action={removalPath(member)}>
              <FormKey />
              <div class="row">
                <button class="act">{say('removal.do', { name })}</button>
                <a class="act plain" href={memberPath(member)}>
                  {say('not-now')}
                </a>
              </div>
            </form>
          )}
        </section>
      </main>
    </Document>
  );
}

/** What it does, in plain sentences. */
function changesOf({ member, consent, hasOthers }: RemovalPageProps, isOneself: boolean): string[] {
  const { role } = member;
  if (role !== 'parent') {
    const kept = role === 'keeper' ? ['removal.words', 'removal.own'] : [];
    return ['removal.at-once', ...kept, 'removal.quiet', 'removal.back'];
  }
  if (isOneself) return ['removal.you-words', 'removal.you-own'];
  if (consent?.objectedBy && !hasOthers) return [];
  const asked = consent ? [] : ['removal.asks', hasOthers ? 'removal.objects' : 'removal.objects-two'];
  return [...asked, 'removal.then', 'removal.words', 'removal.own'];
}

/** Who asked and until when, or who objected. */
function Standing(props: RemovalPageProps & { consent: Consent }) {
  const { say, member, nameOf, consent, viewerId, zone } = props;
  const { dueAt, objectedBy, objectedAt, wantedBy } = consent;
  const isOneself = member.personId === viewerId;
  const values = {
    name: nameOf(wantedBy[0] ?? ''),
    other: nameOf(member.personId),
    day: dueAt ? momentOnClock(dueAt, zone) : '',
  };
  const by = wantedBy.includes(viewerId) ? 'by-you' : isOneself ? 'of-you' : 'by-other';
  return (
    <div class="notice" role="status">
      {wantedBy.length > 0 && <p>{say(dueAt ? `removal.asked-${by}` : `removal.waits-${by}`, values)}</p>}
      {objectedBy && (
        <p>
          {say(objectedBy === viewerId ? 'removal.you-objected' : 'removal.objected', {
            name: nameOf(objectedBy),
            day: momentInWords(objectedAt ?? '', languageHere(), zone || 'UTC'),
          })}
        </p>
      )}
    </div>
  );
}

/** What this parent can say to it: ask, agree, object, take it back. */
function Answers({ say, member, nameOf, consent, viewerId, hasOthers }: RemovalPageProps) {
  const name = nameOf(member.personId);
  const isOneself = member.personId === viewerId;
  const wants = consent?.wantedBy.includes(viewerId) === true;
  const isAsked = (consent?.wantedBy.length ?? 0) > 0;
  const hasObjected = consent?.objectedBy !== undefined;
  const canWant = !isOneself && !wants && (!hasObjected || hasOthers);
  const canEnd = wants || (isAsked && !hasObjected);
  return (
    <>
      {hasObjected && <p>{say(hasOthers ? 'removal.together' : 'removal.way-on', { name })}</p>}
      <div class="row">
        {canEnd && (
          <form method="post" action={`${removalPath(member)}&_method=delete`}>
            <FormKey />
            <button class="act first">
              {say(wants ? 'removal.take-back' : isOneself ? 'removal.stay' : 'removal.object', { name })}
            </button>
          </form>
        )}
        {canWant && (
          <form method="post" action={removalPath(member)}>
            <FormKey />
            <button class="act">{say(isAsked ? 'removal.agree' : 'removal.ask', { name })}</button>
          </form>
        )}
        {isOneself && (
          <a class="act plain" href={leavingFamilyPath(member.familyId)}>
            {say('family.leave')}
          </a>
        )}
        <a class="act plain" href={isOneself ? '/home' : memberPath(member)}>
          {say('not-now')}
        </a>
      </div>
    </>
  );
}
