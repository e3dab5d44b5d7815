import { z } from 'zod';
import { type Audience, audienceOf } from '#audiences/audience.ts';

/** An audience as a form sends it. Whether it is offered to whoever sends it is asked after that. */
export const audienceField = z.string({ error: 'error.audience' }).transform((value, context): Audience => {
  try {
    return audienceOf(value);
  } catch {
    context.addIssue({ code: 'custom', message: 'error.audience' });
    return z.NEVER;
  }
});
