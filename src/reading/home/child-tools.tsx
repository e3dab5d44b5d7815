import { languageHere } from '#i18n/spoken.ts';
import { isWider } from '#audiences/audience.ts';
import { audienceInWords } from '#audiences/in-words.ts';
import { stepOf } from '#audiences/step-of.ts';
import type { Say } from '#i18n/messages.ts';
import { isSeen } from '#lib/seen.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { aboutChildPath, memorialPath, openingPath } from '#memorials/paths.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { DraftList } from '#reading/home/draft-list.tsx';
import { UpcomingList } from '#reading/home/upcoming-list.tsx';
import {
  coverPath,
  orderPath,
  tributesPath,
  publicationPath,
  publishedPath,
  signaturePath,
  writingPath,
} from '#tributes/paths.ts';
import type { Upcoming } from '#tributes/schedules/scheduled.ts';
import { type Draft, type Published, type Tribute, tributeKinds } from '#tributes/tribute.ts';
import { FormKey } from '#ui/fields.tsx';
import { pressHomePath } from '#press/paths.ts';
import { translationsPath } from '#translations/paths.ts';
import { readyQuotationsPath } from '#words/paths.ts';

type ChildToolsProps = {
  say: Say;
  memorial: Memorial;
  upcoming: readonly Upcoming[];
  /** What the viewer is writing for this child. */
  drafts: readonly (Draft & { tribute: Tribute })[];
  siteUrl: string;
  /** Whether the viewer decides who finds the page. */
  decides: boolean;
  /** Whether there are memories that could stand in another order. */
  hasOrder?: boolean;
};

/** What the family can do from the child's page, and what waits there for its moment. */
export function ChildTools(props: ChildToolsProps) {
  const { say, memorial, upcoming, drafts, siteUrl, decides, hasOrder = false } = props;
  const open = stepOf(memorial) === 'everyone';
  const path = memorial.address === undefined ? '' : memorialPath(memorial);
  const ways = [
    [aboutChildPath(memorial), 'tools.about'],
    [decides && openingPath(memorial), 'tools.open'],
    [hasOrder && orderPath(memorial), 'tools.order'],
    [decides && pressHomePath(memorial), 'tools.press'],
  ] as const;
  return (
    <section class="tools" aria-label={say('tools.label')}>
      <form class="acts" method="post" action={tributesPath(memorial)}>
        <FormKey />
        <button class="act first">
          {say('tools.write', { called: calledIn(memorial, languageHere()) })}
        </button>
      </form>
      <div class="quiet choose">
        <Begin say={say} memorial={memorial} />
        <ul class="ways-on">
          {ways.map(
            ([to, key]) =>
              to && (
                <li>
                  <a href={to}>{say(key)}</a>
                </li>
              ),
          )}
        </ul>
      </div>
      <p class="quiet">{open ? say('tools.everyone') : say('tools.only-us')}</p>
      {open && (
        <p class="quiet">
          <a href={path}>{`${siteUrl}${path}`}</a>
        </p>
      )}
      <UpcomingList say={say} upcoming={upcoming} />
      <DraftList say={say} drafts={drafts} />
    </section>
  );
}

/** What else can be begun, one beneath the other. */
function Begin({ say, memorial }: { say: Say; memorial: Memorial }) {
  return (
    <div class="begin">
      <form method="post" action={tributesPath(memorial)}>
        <FormKey />
        {tributeKinds
          .filter((kind) => kind !== 'letter')
          .map((kind) => (
            <button class="as-link" name="kind" value={kind}>
              {say('tools.begin', { kind })}
            </button>
          ))}
      </form>
      <form method="post" action={tributesPath(memorial)}>
        <FormKey />
        <input type="hidden" name="kind" value="letter" />
        <input type="hidden" name="only-for-me" value="yes" />
        <button class="as-link">{say('tools.write-for-me')}</button>
      </form>
    </div>
  );
}

/** What stands under each memory for those who keep the page: who sees it; for its writer, what can be done. */
export function MemoryTools({
  say,
  tribute,
  within,
  own,
  decides,
  covers,
  laid,
  signs,
}: {
  say: Say;
  tribute: Published;
  within: Memorial;
  own: boolean;
  /** Whether the viewer is one of the parents. */
  decides: boolean;
  /** Whether the viewer may lay a cover over it, or take the one off that lies there. */
  covers: boolean;
  /** Who laid a cover over it and when, in words. */
  laid: readonly string[];
  /** Whether the viewer's name stands under somebody else's words. */
  signs: boolean;
}) {
  const { audience } = tribute;
  const held = isWider(audience, 'only-us') && isWider(audience, stepOf(within));
  return (
    <p class="quiet memory-tools">
      <span>{held ? say('tools.held') : audienceInWords(say, audience)}</span>
      <a href={translationsPath(tribute)}>{say('tools.translations')}</a>
      {decides && audience === 'everyone' && isSeen(tribute.words.text) && (
        <a href={readyQuotationsPath(tribute)}>{say('tools.quotations')}</a>
      )}
      {covers && <a href={coverPath(tribute)}>{say('tools.cover')}</a>}
      {signs && <a href={signaturePath(tribute)}>{say('tools.signature')}</a>}
      {own && (
        <>
          <a href={writingPath(tribute)}>{say('tools.change')}</a>
          <a href={publicationPath(tribute)}>{say('tools.audience')}</a>
          {isWider(audience, 'only-us') && !held && <a href={publishedPath(tribute)}>{say('tools.share')}</a>}
        </>
      )}
      {laid.map((sentence) => (
        <span>{sentence}</span>
      ))}
    </p>
  );
}
