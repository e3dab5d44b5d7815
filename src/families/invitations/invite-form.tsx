import { WhomToAsk } from '#families/invitations/whom-to-ask.tsx';
import { invitationsPath } from '#families/paths.ts';
import { roles } from '#families/role.ts';
import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { Choice, FormKey } from '#ui/fields.tsx';

type InviteFormProps = { say: Say; familyId: string; hasTwo: boolean; filled: Filled };

/** Inviting somebody: their name, as what they come, and where to, if there is an address. */
export function InviteForm({ say, familyId, hasTwo, filled }: InviteFormProps) {
  return (
    <form class="stack" method="post" action={invitationsPath}>
      <FormKey />
      <input type="hidden" name="family" value={familyId} />
      <h2>{say('family.invite-title')}</h2>
      <WhomToAsk say={say} filled={filled}>
        <Choice
          name="role"
          legend={say('family.invite-as')}
          say={say}
          filled={filled}
          value={hasTwo ? 'relative' : 'parent'}
          options={roles.map((role) => ({
            value: role,
            label: say(`family.invite-${role === 'parent' && hasTwo ? 'parent-more' : role}`),
            hint: say(`family.invite-${role}-means`),
          }))}
        />
      </WhomToAsk>
      <div class="acts">
        <button class="act first">{say('family.invite')}</button>
      </div>
    </form>
  );
}
