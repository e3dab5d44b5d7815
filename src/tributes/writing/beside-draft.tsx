import { type Device, deviceSaid, isAlike } from '#people/devices/device.ts';
import type { Say } from '#i18n/messages.ts';
import { momentOnClock } from '#i18n/on-clock.ts';
import { firstWords } from '#lib/beginning.ts';
import { besidePath } from '#tributes/paths.ts';
import type { Draft, Tribute } from '#tributes/tribute.ts';
import { FormKey } from '#ui/fields.tsx';

type BesideDraftProps = {
  say: Say;
  tribute: Tribute;
  draft: Draft;
  /** What the page is read on. */
  device: Device;
  /** The zone that the family tells its days in; empty where it has none. */
  zone: string;
};

/** Words that came from an older version, kept whole beside the draft until their writer decides. */
export function BesideDraft({ say, tribute, draft, device, zone }: BesideDraftProps) {
  const from = deviceSaid(say, draft.device);
  const beginning = firstWords(draft.text, 60) || draft.title;
  return (
    <section class="notice">
      <h2>{say('beside.title')}</h2>
      {beginning !== '' && <p class="begins">{say('beside.begins', { words: beginning })}</p>}
      <p class="quiet">
        {say('beside.from', {
          device: isAlike(draft.device, device) ? say('beside.alike', { device: from }) : from,
          moment: momentOnClock(draft.updatedAt, zone),
        })}
      </p>
      <p>{say('beside.says')}</p>
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
        <div class="acts start">
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
