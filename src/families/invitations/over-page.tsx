import { languageHere } from '#i18n/spoken.ts';
import type { InvitationState } from '#families/invitations/invitation.ts';
import type { Say } from '#i18n/messages.ts';
import { Document } from '#ui/document.tsx';

type OverPageProps = {
  say: Say;
  state: Exclude<InvitationState, 'open'>;
  invitedBy: string;
};

/** A link that lets nobody in any more, for whoever holds it: why, and what can be done. */
export function OverPage({ say, state, invitedBy }: OverPageProps) {
  return (
    <Document
      title={say('join.title')}
      language={languageHere()}
      head={<meta name="robots" content="noindex" />}
    >
      <main class="problem">
        <h1>{say(`join.${state}-title`)}</h1>
        <p>{say(`join.${state}`, { name: invitedBy })}</p>
        {state === 'used' && (
          <div class="acts">
            <a class="act first" href="/sign-in">
              {say('sign-in.title')}
            </a>
          </div>
        )}
      </main>
    </Document>
  );
}
