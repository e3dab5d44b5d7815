import { localeOf } from '#i18n/languages.ts';
import { languageHere } from '#i18n/spoken.ts';
import { InvitationList } from '#families/invitations/invitation-list.tsx';
import { type MadeLink, MadeLinkNotice } from '#families/invitations/made-link.tsx';
import { CirclesPart } from '#families/circles/circles-part.tsx';
import { InviteForm } from '#families/invitations/invite-form.tsx';
import {
  familyOfPath,
  familyPath,
  invitationLinkPath,
  invitationPath,
  leavingFamilyPath,
  memberPath,
  removalPath,
  successionPath,
} from '#families/paths.ts';
import type { FamilySeen, Known } from '#families/read-family.ts';
import { keepsPages } from '#families/role.ts';
import type { Filled } from '#http/forms.ts';
import { listFormat } from '#i18n/formats.ts';
import type { Say } from '#i18n/messages.ts';
import { momentOnClock } from '#i18n/on-clock.ts';
import { Document } from '#ui/document.tsx';
import { FormKey, TextField } from '#ui/fields.tsx';

type FamilyPageProps = {
  say: Say;
  family: FamilySeen;
  now: string;
  filled: Filled;
  link?: MadeLink | undefined;
};

/** Who belongs to the family, how each signs, and, for parents, what each of them is and inviting others. */
export function FamilyPage({ say, family, now, filled, link }: FamilyPageProps) {
  const { familyId, zone, mine, members, invitations, others, succeeds } = family;
  const { role } = mine;
  const isParent = role === 'parent';
  const hasTwo = members.filter((member) => member.role === 'parent').length > 1;
  return (
    <Document title={say('family.title')} language={languageHere()}>
      <main class="home">
        <nav class="quiet back">
          <a href="/home">{say('home')}</a>
        </nav>
        <header>
          <h1>{say('family.title')}</h1>
          {!keepsPages(role) && <p>{say(`family.you-${role}`)}</p>}
        </header>
        {link && <MadeLinkNotice say={say} link={link} />}
        <section class="part">
          <ul class="list">
            {members.map((member) => (
              <Somebody say={say} member={member} zone={zone} isParent={isParent} />
            ))}
          </ul>
        </section>
        {invitations.length > 0 && (
          <section class="part">
            <h2>{say('family.invited-title')}</h2>
            <InvitationList
              say={say}
              invitations={invitations}
              now={now}
              zone={zone}
              pathOf={({ id }) => invitationPath(id)}
              linkPathOf={({ id }) => invitationLinkPath(id)}
            />
          </section>
        )}
        <form class="stack" method="post" action={familyPath}>
          <FormKey />
          <input type="hidden" name="family" value={familyId} />
          <h2>{say(keepsPages(role) ? 'family.signs-title' : 'family.called-title')}</h2>
          <TextField
            name="signs-as"
            label={say(keepsPages(role) ? 'family.signs' : 'family.called')}
            hint={say(isParent ? 'family.signs-hint' : 'family.signs-hint-keeper')}
            say={say}
            filled={filled}
            value={mine.signsAs}
          />
          <div class="acts">
            <button class="act">{say('you.keep')}</button>
          </div>
        </form>
        {succeeds && (
          <section class="part">
            <h2>{say('succession.title', { name: succeeds.name })}</h2>
            <p>{say('succession.agreed', { name: succeeds.name })}</p>
            <p>
              <a href={successionPath(familyId)}>{say('succession.when', { name: succeeds.name })}</a>
            </p>
          </section>
        )}
        {isParent && <CirclesPart say={say} familyId={familyId} circles={family.circles} filled={filled} />}
        {isParent && <InviteForm say={say} familyId={familyId} hasTwo={hasTwo} filled={filled} />}
        {others.length > 0 && (
          <nav class="part" aria-label={say('family.others')}>
            <h2>{say('family.others')}</h2>
            <ul class="list">
              {others.map((other) => (
                <li>
                  <a class="item" href={familyOfPath(other.familyId)}>
                    <bdi class="what">
                      {listFormat(localeOf(languageHere()), { type: 'conjunction' }).format(other.names)}
                    </bdi>
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <footer>
          <a href={leavingFamilyPath(familyId)}>{say('family.leave')}</a>
        </footer>
      </main>
    </Document>
  );
}

type SomebodyProps = { say: Say; member: Known; zone: string; isParent: boolean };

/** Somebody of the family; for parents it leads to what can be done. */
function Somebody({ say, member, zone, isParent }: SomebodyProps) {
  const { role, signsAs, name, offer, removal } = member;
  const means = [
    signsAs === name ? say(`role.${role}`) : say('family.somebody', { name, role: say(`role.${role}`) }),
    isParent && offer && say(offer.acceptedAt ? 'family.successor' : `family.offered-${offer.what}`),
    removal?.dueAt && say('family.removal', { day: momentOnClock(removal.dueAt, zone) }),
  ].filter((one) => one !== undefined && one !== false && one !== '');
  const told = (
    <>
      <bdi class="what">{signsAs}</bdi>
      {means.map((one) => (
        <span class="means">{one}</span>
      ))}
    </>
  );
  if (!isParent) return <li class="item">{told}</li>;
  return (
    <li>
      <a class="item" href={removal ? removalPath(member) : memberPath(member)}>
        {told}
      </a>
    </li>
  );
}
