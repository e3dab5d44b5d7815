import { WhomToAsk } from '#families/invitations/whom-to-ask.tsx';
import { languageHere } from '#i18n/spoken.ts';
import type { Invitation } from '#families/invitations/invitation.ts';
import { InvitationList } from '#families/invitations/invitation-list.tsx';
import { type MadeLink, MadeLinkNotice } from '#families/invitations/made-link.tsx';
import {
  handOverPath,
  hostInvitationLinkPath,
  hostInvitationPath,
  hostInvitationsPath,
} from '#hosting/paths.ts';
import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { Document } from '#ui/document.tsx';
import { FormKey } from '#ui/fields.tsx';

type InvitationsPageProps = {
  say: Say;
  invitations: readonly Invitation[];
  now: string;
  filled: Filled;
  link: MadeLink | undefined;
};

/** The host asks the first parent of a family in, and sees nothing of what they keep. */
export function InvitationsPage({ say, invitations, now, filled, link }: InvitationsPageProps) {
  return (
    <Document title={say('host-invitations.title')} language={languageHere()}>
      <main class="home">
        <nav class="quiet back">
          <a href="/home">{say('home')}</a>
        </nav>
        <header>
          <h1>{say('host-invitations.title')}</h1>
        </header>
        {link && <MadeLinkNotice say={say} link={link} />}
        <form class="stack" method="post" action={hostInvitationsPath}>
          <FormKey />
          <p>{say('host-invitations.says')}</p>
          <WhomToAsk say={say} filled={filled} />
          <div class="acts">
            <button class="act first">{say('family.invite')}</button>
          </div>
        </form>
        {invitations.length > 0 && (
          <section class="part">
            <h2>{say('host-invitations.open')}</h2>
            <InvitationList
              say={say}
              invitations={invitations}
              now={now}
              zone=""
              pathOf={({ id }) => hostInvitationPath(id)}
              linkPathOf={({ id }) => hostInvitationLinkPath(id)}
            />
          </section>
        )}
        <footer>
          <a href={handOverPath}>{say('hand-over.title')}</a>
        </footer>
      </main>
    </Document>
  );
}
