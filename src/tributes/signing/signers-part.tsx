import type { Say } from '#i18n/messages.ts';
import { signaturesPath } from '#tributes/paths.ts';
import type { Standing } from '#tributes/signing/signing.ts';
import type { Signature, Tribute } from '#tributes/tribute.ts';
import { FormKey } from '#ui/fields.tsx';

type SignersProps = {
  say: Say;
  tribute: Tribute;
  /** Everybody who is ticked beside the writer, and how they stand to the words as they are now. */
  signers: readonly { signature: Signature; standing: Standing }[];
};

/** Who signs with the writer: each name stands under the words once that person has agreed to them. */
export function Signers({ say, tribute, signers }: SignersProps) {
  if (signers.length === 0) return null;
  return (
    <section class="stack signers">
      <h2>{say('signing.title')}</h2>
      <p class="quiet">{say('signing.says')}</p>
      <ul class="list">
        {signers.map(({ signature: { personId, as: name }, standing }) => (
          <li class="item">
            <bdi class="what">{name}</bdi>
            <span class="means">{say(`signing.${standing}`, { name })}</span>
            {standing !== 'asked' && standing !== 'signed' && (
              <form method="post" action={signaturesPath(tribute)}>
                <FormKey />
                <input type="hidden" name="person" value={personId} />
                <button class="act">
                  {say(standing === 'left' ? 'signing.ask-again' : 'signing.ask', { name })}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
