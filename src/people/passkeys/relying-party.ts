import { z } from 'zod';
import type { Site } from '#schema/site.ts';

/** Who a passkey is for (the relying party of WebAuthn Level 3): the site's own host name and origin. */
export function relyingParty({ url }: Pick<Site, 'url'>): { id: string; origin: string } {
  return { id: new URL(url).hostname, origin: url };
}

/** A credential as `PublicKeyCredential.toJSON()` makes it; the library checks what is inside. */
export const credentialForm = z.looseObject({
  id: z.string(),
  rawId: z.string(),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: z.string() }),
  clientExtensionResults: z.looseObject({}),
});
export type CredentialForm = z.output<typeof credentialForm>;
