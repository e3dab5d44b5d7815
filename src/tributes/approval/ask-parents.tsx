import type { Child } from 'hono/jsx';
import type { Say } from '#i18n/messages.ts';
import type { Approval } from '#tributes/approval/approvals.ts';
import { approvalPath } from '#tributes/paths.ts';
import type { PublishRefusal } from '#tributes/publishing/publish.ts';
import type { Tribute } from '#tributes/tribute.ts';
import { FormKey } from '#ui/fields.tsx';

type AskParentsProps = {
  say: Say;
  tribute: Tribute;
  approval: Approval | undefined;
  /** What came with it when it was given back. */
  returned: Child;
  /** Why they could not be asked just now. */
  refused?: PublishRefusal | undefined;
};

/** How what a keeper wrote comes to more than the family: a parent reads it and publishes it. */
export function AskParents({ say, tribute, approval, returned, refused }: AskParentsProps) {
  const path = approvalPath(tribute);
  const waits = approval?.returnedAt === undefined && approval?.revision === tribute.revision;
  const isWide = tribute.publishedAt !== undefined && tribute.audience === 'everyone';
  return (
    <section class="stack">
      <h2>{say('approval.ask-title')}</h2>
      {returned}
      <p>{say(waits ? 'approval.asked' : isWide ? 'approval.ask-change' : 'approval.ask-says')}</p>
      {refused && <p class="wrong">{say(`error.publish-${refused}`)}</p>}
      <form class="acts" method="post" action={waits ? `${path}?_method=delete` : path}>
        <FormKey />
        {!waits && <input type="hidden" name="revision" value={String(tribute.revision)} />}
        <button class="act">{say(waits ? 'approval.take-back' : 'approval.ask')}</button>
      </form>
    </section>
  );
}
