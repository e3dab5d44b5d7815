import { type Audience, circleIn } from '#audiences/audience.ts';
import type { Say } from '#i18n/messages.ts';

/** An audience in a few words: “only us”; a circle by its own name where that is at hand. */
export function audienceInWords(say: Say, audience: Audience, name?: string): string {
  if (circleIn(audience) === undefined) return say(`audience.${audience}`);
  return name ?? say('audience.some');
}

/** What an audience means, in a sentence. */
export function audienceMeans(say: Say, audience: Audience, called: string): string {
  return say(`audience.${circleIn(audience) === undefined ? audience : 'some'}.means`, { called });
}
