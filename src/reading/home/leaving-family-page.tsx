import { languageHere } from '#i18n/spoken.ts';
import type { Audience } from '#audiences/audience.ts';
import { audienceInWords } from '#audiences/in-words.ts';
import type { Member } from '#families/family.ts';
import type { Offer } from '#families/offers/offer.ts';
import { familyOfPath, leavingFamilyPath, offerPath, offersPath } from '#families/paths.ts';
import { keepsPages, type Role } from '#families/role.ts';
import type { Filled } from '#http/forms.ts';
import { directionOf } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import { Document } from '#ui/document.tsx';
import { Choice, FormKey } from '#ui/fields.tsx';

type LeavingFamilyPageProps = {
  say: Say;
  member: Member;
  /** The children's pages, each with the place where it can be taken away. */
  pages: readonly { called: string; path: string }[];
  isLastParent: boolean;
  /** Whom this parent named to be one after them. */
  successor: { offer: Offer; name: string } | undefined;
  others: readonly { personId: string; role: Role; name: string }[];
  /** What they published that others can see. */
  shared: readonly { title: string; language: string; audience: Audience; path: string }[];
  /** Whether their name stands under words of others. */
  signs: boolean;
  /** Whether they wrote anything that only they can see. */
  hasOwn: boolean;
  filled: Filled;
};

/** Before somebody leaves a family: exactly what happens to what they wrote, and what they can decide first. */
export function LeavingFamilyPage(props: LeavingFamilyPageProps) {
  const { say, member, pages, isLastParent, successor } = props;
  const isKept = isLastParent && pages.length > 0 && successor?.offer.acceptedAt === undefined;
  return (
    <Document title={say('leave.title')} language={languageHere()}>
      <main>
        <nav class="quiet back">
          <a href={familyOfPath(member.familyId)}>{say('family.title')}</a>
        </nav>
        {isKept ? <LastParent {...props} /> : <Going {...props} />}
      </main>
    </Document>
  );
}

/** Somebody has to be there for the child's page: who could be, or taking it away. */
function LastParent({ say, member, pages, successor, others }: LeavingFamilyPageProps) {
  const { familyId } = member;
  return (
    <div class="stack">
      <h1>{say('leave.title')}</h1>
      <p>{say('leave.last')}</p>
      {successor && (
        <section class="sheet stack">
          <h2>{say('leave.named', { name: successor.name })}</h2>
          <p>{say('leave.named-says', { name: successor.name })}</p>
          <form class="acts start" method="post" action={`${offerPath(successor.offer)}?_method=delete`}>
            <FormKey />
            <button class="act">{say('member.take-back')}</button>
          </form>
        </section>
      )}
      {!successor && others.length > 0 && (
        <form class="sheet stack" method="post" action={offersPath}>
          <FormKey />
          <input type="hidden" name="family" value={familyId} />
          <input type="hidden" name="what" value="successor" />
          <Choice
            name="person"
            legend={say('leave.successor')}
            say={say}
            filled={{ values: {}, errors: {} }}
            value={others[0]?.personId}
            options={others.map(({ personId, name, role }) => ({
              value: personId,
              label: name,
              hint: say(`role.${role}`),
            }))}
          />
          <p class="hint">{say('leave.successor-says')}</p>
          <div class="row">
            <button class="act first">{say('leave.ask')}</button>
          </div>
        </form>
      )}
      {others.length === 0 && (
        <section class="stack">
          <h2>{say('leave.successor')}</h2>
          <p>{say('leave.nobody')}</p>
          <div class="acts start">
            <a class="act" href={familyOfPath(familyId)}>
              {say('family.title')}
            </a>
          </div>
        </section>
      )}
      <section class="part stack">
        <h2>{say('leave.or-away')}</h2>
        <p>{say('leave.or-away-says')}</p>
        <ul class="list">
          {pages.map(({ called, path }) => (
            <li>
              <a class="item" href={path}>
                <bdi class="what">{called}</bdi>
              </a>
            </li>
          ))}
        </ul>
      </section>
      <p class="quiet">
        <a href={familyOfPath(familyId)}>{say('not-now')}</a>
      </p>
    </div>
  );
}

/** What happens to everything, what can be decided about it, and going. */
function Going(props: LeavingFamilyPageProps) {
  const { say, member, shared, signs, hasOwn, successor, isLastParent, pages, filled } = props;
  const isKeeper = keepsPages(member.role);
  const ends = isLastParent && pages.length === 0;
  return (
    <form class="sheet stack" method="post" action={leavingFamilyPath(member.familyId)}>
      <FormKey />
      <h1>{say('leave.title')}</h1>
      {ends && <p>{say('leave.ends')}</p>}
      {isLastParent && successor?.offer.acceptedAt !== undefined && pages.length > 0 && (
        <p>{say('leave.succeeds', { name: successor.name })}</p>
      )}
      <ul class="changes">
        <li>{say(isKeeper ? 'leave.at-once' : 'leave.at-once-relative')}</li>
        {member.role === 'parent' && !ends && <li>{say('leave.parent')}</li>}
        {shared.length > 0 && <li>{say('leave.shared')}</li>}
        {hasOwn && <li>{say('leave.own')}</li>}
        {signs && <li>{say('leave.signed')}</li>}
        {isKeeper && <li>{say('leave.photographs')}</li>}
        {isKeeper && <li>{say('leave.later')}</li>}
        <li>{say('leave.back')}</li>
      </ul>
      {shared.length > 0 && (
        <>
          <section class="part">
            <h2>{say('leave.published')}</h2>
            <ul class="list">
              {shared.map(({ title, language, audience, path }) => (
                <li>
                  <a class="item" href={path}>
                    <span class="what" lang={language} dir={directionOf(language)}>
                      {title}
                    </span>
                    <span class="means">{audienceInWords(say, audience)}</span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
          <Choice
            name="words"
            legend={say('leave.words')}
            say={say}
            filled={filled}
            value="leave"
            options={(['leave', 'take-back'] as const).map((words) => ({
              value: words,
              label: say(`leave.words-${words}`),
              hint: say(`leave.words-${words}-means`),
            }))}
          />
        </>
      )}
      {signs && (
        <Choice
          name="names"
          legend={say('leave.names')}
          say={say}
          filled={filled}
          value="leave"
          options={(['leave', 'take-away'] as const).map((names) => ({
            value: names,
            label: say(`leave.names-${names}`),
          }))}
        />
      )}
      <div class="row">
        <button class="act">{say('leave.do')}</button>
        <a class="act plain" href={familyOfPath(member.familyId)}>
          {say('not-now')}
        </a>
      </div>
    </form>
  );
}
