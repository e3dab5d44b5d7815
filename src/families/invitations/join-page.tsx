import type { InvitedAs } from '#families/invitations/invitation-mail.ts';
import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { ArrivalPage, WhoArrives } from '#people/arrival-page.tsx';
import { TextField } from '#ui/fields.tsx';

type JoinPageProps = {
  say: Say;
  path: string;
  /** As what they are invited. */
  as: InvitedAs;
  name: string;
  invitedBy: string;
  filled: Filled;
  signedInAs: string | undefined;
};

/** An invitation, looked at. */
export function JoinPage({ say, path, as, name, invitedBy, filled, signedInAs }: JoinPageProps) {
  return (
    <ArrivalPage path={path} title={say('join.title')} does={say('join.do')}>
      <p>{say(`join.says-${as}`, { name: invitedBy })}</p>
      <WhoArrives say={say} filled={filled} name={name} signedInAs={signedInAs}>
        <TextField
          name="signs-as"
          label={say(as === 'doorkeeper' || as === 'relative' ? 'family.called' : 'family.signs')}
          hint={say(as === 'parent' || as === 'first' ? 'family.signs-hint' : 'family.signs-hint-keeper')}
          say={say}
          filled={filled}
        />
      </WhoArrives>
    </ArrivalPage>
  );
}
