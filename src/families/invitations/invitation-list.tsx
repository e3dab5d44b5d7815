import { languageHere } from '#i18n/spoken.ts';
import type { Invitation } from '#families/invitations/invitation.ts';
import { apart } from '#i18n/apart.ts';
import { momentInWords } from '#i18n/dates.ts';
import type { Say } from '#i18n/messages.ts';
import { FormKey } from '#ui/fields.tsx';

type InvitationListProps = {
  say: Say;
  invitations: readonly Invitation[];
  now: string;
  /** The zone that the days are told in; empty for a host, who tells no days. */
  zone: string;
  /** Where one is taken back, and where a new link for it is made. */
  pathOf: (invitation: Invitation) => string;
  linkPathOf: (invitation: Invitation) => string;
};

/** Who is invited and has not come: as what, until when, sending it once more, taking it back. */
export function InvitationList({ say, invitations, now, zone, pathOf, linkPathOf }: InvitationListProps) {
  return (
    <ul class="list">
      {invitations.map((invitation) => {
        const { name, role, expiresAt } = invitation;
        const day = momentInWords(expiresAt, languageHere(), zone || 'UTC');
        const stands = expiresAt > now ? 'family.invited' : 'family.invited-over';
        const known = name === '' ? say('family.invited-unnamed') : name;
        return (
          <li class="item">
            <bdi class="what">{known}</bdi>
            <span class="means">{say(stands, { role: say(`role.as-${role}`), day })}</span>
            <form class="acts" method="post" action={linkPathOf(invitation)}>
              <FormKey />
              <button class="act">
                {say('family.invite-again')}
                <span class="unseen">{`: ${apart(known)}`}</span>
              </button>
              <button class="act plain" formaction={`${pathOf(invitation)}?_method=delete`}>
                {say('family.take-back')}
                <span class="unseen">{`: ${apart(known)}`}</span>
              </button>
            </form>
          </li>
        );
      })}
    </ul>
  );
}
