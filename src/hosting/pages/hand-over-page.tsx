import { handOverPath, hostInvitationsPath } from '#hosting/paths.ts';
import { momentInWords } from '#i18n/dates.ts';
import type { Say } from '#i18n/messages.ts';
import { languageHere } from '#i18n/spoken.ts';
import { CopyAddress } from '#ui/copy-address.tsx';
import { Document } from '#ui/document.tsx';
import { FormKey } from '#ui/fields.tsx';

type HandOverPageProps = { say: Say; until: string | undefined; link: string | undefined };

/** Somebody else is to look after the site: a link for them, which is shown once. */
export function HandOverPage({ say, until, link }: HandOverPageProps) {
  return (
    <Document title={say('hand-over.title')} language={languageHere()}>
      <main class="stack">
        <nav class="quiet back">
          <a href={hostInvitationsPath}>{say('host-invitations.title')}</a>
        </nav>
        <h1>{say('hand-over.title')}</h1>
        {link !== undefined && (
          <section class="notice" role="status">
            <p>{say('hand-over.made')}</p>
            <CopyAddress say={say} url={link} label={say('family.link')} />
          </section>
        )}
        <p>{say('hand-over.says')}</p>
        <p>{say('hand-over.machine')}</p>
        {until && <p>{say('hand-over.open', { day: momentInWords(until, languageHere()) })}</p>}
        <div class="acts">
          <form method="post" action={handOverPath}>
            <FormKey />
            <button class="act first">{say(until ? 'hand-over.again' : 'hand-over.do')}</button>
          </form>
          {until && (
            <form method="post" action={`${handOverPath}?_method=delete`}>
              <FormKey />
              <button class="act">{say('member.take-back')}</button>
            </form>
          )}
          <a class="act plain" href="/home">
            {say('not-now')}
          </a>
        </div>
      </main>
    </Document>
  );
}
