import { languageHere } from '#i18n/spoken.ts';
import type { Circle } from '#families/circles/circle.ts';
import type { Member } from '#families/family.ts';
import type { Offer, OfferedThing } from '#families/offers/offer.ts';
import {
  familyOfPath,
  leavingFamilyPath,
  memberRolePath,
  offerPath,
  offersPath,
  removalPath,
} from '#families/paths.ts';
import { InCircles } from '#families/circles/circles-part.tsx';
import { givenRoles, keepsPages } from '#families/role.ts';
import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { Document } from '#ui/document.tsx';
import { Choice, FormKey } from '#ui/fields.tsx';

type MemberPageProps = {
  /** The circles of the family, and those that they are in. */
  circles: readonly Circle[];
  inside: ReadonlySet<string>;
  say: Say;
  member: Member;
  name: string;
  isOneself: boolean;
  /** What is offered to them, or what they agreed to. */
  offers: readonly Offer[];
  viewerId: string;
  filled: Filled;
};

/** Somebody of the family, for its parents: what they are here, and what could become of that. */
export function MemberPage(props: MemberPageProps) {
  const { say, member, name, isOneself, offers, viewerId, circles, inside, filled } = props;
  const { familyId, role, signsAs } = member;
  const isParent = role === 'parent';
  const own = (what: OfferedThing) =>
    offers.find((one) => one.what === what && (what === 'parent' || one.offeredBy === viewerId));
  return (
    <Document title={name} language={languageHere()}>
      <main class="home">
        <nav class="quiet back">
          <a href={familyOfPath(familyId)}>{say('family.title')}</a>
        </nav>
        <header>
          <h1>{name}</h1>
          <p class="quiet">
            {say(signsAs === name ? `role.${role}` : 'member.is', { role: say(`role.${role}`), as: signsAs })}
          </p>
        </header>
        {isParent && <p>{say(isOneself ? 'member.you' : 'member.parent')}</p>}
        {!isParent && (
          <form class="stack" method="post" action={memberRolePath(member)}>
            <FormKey />
            <Choice
              name="role"
              legend={say('member.what')}
              say={say}
              filled={filled}
              value={role}
              options={givenRoles.map((one) => ({
                value: one,
                label: say(`family.invite-${one}`),
                hint: say(`family.invite-${one}-means`),
              }))}
            />
            <p class="hint">{say('member.what-says')}</p>
            <div class="acts">
              <button class="act first">{say('you.keep')}</button>
            </div>
          </form>
        )}
        {!keepsPages(role) && <InCircles say={say} member={member} circles={circles} inside={inside} />}
        {!isParent && (
          <>
            <Offering say={say} member={member} name={name} what="parent" made={own('parent')} />
            <Offering say={say} member={member} name={name} what="successor" made={own('successor')} />
          </>
        )}
        <footer>
          <a href={isOneself ? leavingFamilyPath(familyId) : removalPath(member)}>
            {say(isOneself ? 'family.leave' : 'member.remove', { name })}
          </a>
        </footer>
      </main>
    </Document>
  );
}

type OfferingProps = {
  say: Say;
  member: Member;
  name: string;
  what: OfferedThing;
  made: Offer | undefined;
};

/** To be a parent, now or after somebody: what it means, and how it stands. */
function Offering({ say, member, name, what, made }: OfferingProps) {
  const stands = made && (made.acceptedAt === undefined ? 'asked' : 'accepted');
  return (
    <section class="part">
      <h2>{say(`member.${what}-title`)}</h2>
      <p>{say(stands ? `member.${what}-${stands}` : `member.${what}-says`, { name })}</p>
      <form class="acts" method="post" action={made ? `${offerPath(made)}?_method=delete` : offersPath}>
        <FormKey />
        <input type="hidden" name="family" value={member.familyId} />
        <input type="hidden" name="person" value={member.personId} />
        <input type="hidden" name="what" value={what} />
        <button class="act">{say(made ? 'member.take-back' : `member.${what}-do`, { name })}</button>
      </form>
    </section>
  );
}
