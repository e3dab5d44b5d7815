import { deviceSaid } from '#people/device.ts';
import { languageHere } from '#i18n/spoken.ts';
import type { Say } from '#i18n/messages.ts';
import { momentInWords } from '#i18n/dates.ts';
import { besidePath } from '#tributes/paths.ts';
import type { Draft, Tribute } from '#tributes/tribute.ts';
import { FormKey } from '#ui/fields.tsx';

/** Words that came from an older version, kept whole beside the draft until their writer decides. */
export function BesideDraft({ say, tribute, draft }: { say: Say; tribute: Tribute; draft: Draft }) {
  return (
    <section class="notice">
      <h2>{say('beside.title')}</h2>
      <p>
        {say('beside.says', {
          device: deviceSaid(say, draft.device),
          day: momentInWords(draft.updatedAt, languageHere()),
        })}
      </p>
      <details class="else">
        <summary>{say('beside.read')}</summary>
        {draft.title !== '' && <p>{draft.title}</p>}
        <textarea readonly rows={8} aria-label={say('beside.read')} dir="auto">
          {`\n${draft.text}`}
        </textarea>
      </details>
      <form method="post" action={besidePath(tribute, draft)}>
        <FormKey />
        <input type="hidden" name="revision" value={String(tribute.revision)} />
        <div class="acts">
          <button class="act" name="choice" value="use">
            {say('beside.use')}
          </button>
          <button class="act plain" name="choice" value="leave">
            {say('beside.leave')}
          </button>
        </div>
      </form>
    </section>
  );
}
