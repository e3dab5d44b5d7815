import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import type { Member } from '#families/family.ts';
import type { Invitation } from '#families/invitation.ts';
import { type MadeLink, MadeLinkNotice } from '#families/made-link.tsx';
import { familyPath, invitationPath, invitationsPath } from '#families/paths.ts';
import { Document } from '#ui/document.tsx';
import { Choice, FormKey, TextField } from '#ui/fields.tsx';

type FamilyPageProps = {
  say: Say;
  familyId: string;
  members: Member[];
  invitations: Invitation[];
  personId: string;
  filled: Filled;
  link?: MadeLink | undefined;
};

/** Who belongs to the family, how each signs, and, for parents, inviting others to keep the page. */
export function FamilyPage({ say, familyId, members, invitations, personId, filled, link }: FamilyPageProps) {
  const mine = members.find((member) => member.personId === personId);
  const isParent = mine?.role === 'parent';
  const hasTwo = members.filter(({ role }) => role === 'parent').length > 1;
  return (
    <Document title={say('family.title')} language="en">
      <main class="home">
        <nav class="quiet back">
          <a href="/home">{say('home')}</a>
        </nav>
        <header>
          <h1>{say('family.title')}</h1>
        </header>
        {link && <MadeLinkNotice say={say} link={link} />}
        <section class="part">
          <ul class="list">
            {members.map((member) => (
              <li class="item">
                <span class="what">{member.signsAs}</span>
                <span class="means">{say(`role.${member.role}`)}</span>
              </li>
            ))}
            {(isParent ? invitations : []).map((invitation) => (
              <li class="item">
                <span class="what">{invitation.name}</span>
                <span class="means">{say('family.invited')}</span>
                <form method="post" action={`${invitationPath(invitation.id)}?_method=delete`}>
                  <button class="act plain">{say('family.take-back')}</button>
                </form>
              </li>
            ))}
          </ul>
        </section>
        <form class="stack" method="post" action={familyPath}>
          <FormKey />
          <input type="hidden" name="family" value={familyId} />
          <h2>{say('family.signs-title')}</h2>
          <TextField
            name="signs-as"
            label={say('family.signs')}
            hint={say(isParent ? 'family.signs-hint' : 'family.signs-hint-keeper')}
            say={say}
            filled={filled}
            value={mine?.signsAs}
          />
          <div class="acts">
            <button class="act">{say('you.keep')}</button>
          </div>
        </form>
        {isParent && (
          <form class="stack" method="post" action={invitationsPath}>
            <FormKey />
            <input type="hidden" name="family" value={familyId} />
            <h2>{say('family.invite-title')}</h2>
            <TextField name="name" label={say('family.invite-name')} say={say} filled={filled} />
            <Choice
              name="role"
              legend={say('family.invite-as')}
              say={say}
              filled={filled}
              value={hasTwo ? 'keeper' : 'parent'}
              options={['parent', 'keeper'].map((role) => ({
                value: role,
                label: say(`family.invite-${role}`),
                hint: say(`family.invite-${role}-means`),
              }))}
            />
            <TextField
              name="email"
              type="email"
              label={say('family.invite-email')}
              hint={say('family.invite-email-hint')}
              say={say}
              filled={filled}
            />
            <div class="acts">
              <button class="act first">{say('family.invite')}</button>
            </div>
          </form>
        )}
      </main>
    </Document>
  );
}
