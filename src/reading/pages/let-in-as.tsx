import { stepOf } from '#audiences/step-of.ts';
import { belongs, holdsKeyTo, keeps, type Viewer } from '#audiences/viewer.ts';
import type { Say } from '#i18n/messages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { memorialHomePath } from '#memorials/paths.ts';
import { translationsPath } from '#translations/paths.ts';

type LetInAsProps = {
  say: Say;
  viewer: Viewer;
  memorial: Memorial;
  /** The memory that is read, where it is one. */
  tribute: { id: string } | undefined;
};

/**
 * Why somebody sees this page here: which of those whom the family let in they are. Whoever belongs to it
 * can translate a memory; those who keep the page do so from theirs.
 */
export function LetInAs({ say, viewer, memorial, tribute }: LetInAsProps) {
  const as = letInAs(viewer, memorial);
  return (
    <nav class="quiet back" aria-label={say('with.back')}>
      <a href="/with">{say('with.back')}</a>
      {as === 'relative' && tribute && <a href={translationsPath(tribute)}>{say('tools.translations')}</a>}
      {keeps(viewer, memorial.familyId) && <a href={memorialHomePath(memorial)}>{say('with.keep')}</a>}
      <span class="as">{say(`with.as-${as}`)}</span>
    </nav>
  );
}

function letInAs(viewer: Viewer, memorial: Memorial): 'keeper' | 'relative' | 'holder' | 'everyone' {
  if (keeps(viewer, memorial.familyId)) return 'keeper';
  if (belongs(viewer, memorial.familyId)) return 'relative';
  return holdsKeyTo(viewer, memorial.id) && stepOf(memorial) !== 'circle' ? 'holder' : 'everyone';
}
