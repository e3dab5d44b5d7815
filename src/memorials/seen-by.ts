import type { Say } from '#i18n/messages.ts';
import type { Memorial, Shows } from '#memorials/memorial.ts';

/**
 * Beside a field about a child whose page is open: whether everyone sees what stands in it as soon as it
 * is kept. Nothing while the page is for the family alone.
 */
export function seenBy(say: Say, memorial: Memorial, part: keyof Shows): string {
  if (memorial.audience !== 'everyone') return '';
  return say(memorial.shows[part] ? 'about-child.everyone-sees' : 'about-child.family-sees');
}

/** A day that is added to an open page is for the family until they tick it; before that, all are shown. */
export function showsNewDays({ audience }: Pick<Memorial, 'audience'>): boolean {
  return audience !== 'everyone';
}
