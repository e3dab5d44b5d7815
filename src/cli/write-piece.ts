import { type Parent, parents, type SamplePiece } from '#cli/sample-family/family.ts';
import type { SamplePicture } from '#cli/sample-pictures.ts';
import type { Memorial } from '#memorials/memorial.ts';
import type { Tx } from '#schema/database.ts';
import { beginTribute } from '#tributes/writing/begin-tribute.ts';
import { keepDraft } from '#tributes/writing/keep-draft.ts';
import { publishTribute } from '#tributes/publishing/publish.ts';
import { sign } from '#tributes/signing/sign.ts';
import { sealOf } from '#tributes/signing/signing.ts';
import { saveSigning } from '#tributes/signing/signings.ts';
import { emptyWords, type Signature, type Tribute, type Words } from '#tributes/tribute.ts';

export type SampleFamily = {
  id: string;
  people: Record<Parent, string>;
  photographs: Record<SamplePicture, string>;
};

const device = { browser: 'Safari', machine: 'iphone' };

/**
 * Writes one piece and publishes it if it says for whom: the verbs behind the forms, at the moments of the
 * story. `written` are the ids of the pieces so far, by their titles; this one is added.
 */
export async function writePiece(
  tx: Tx,
  family: SampleFamily,
  memorial: Memorial,
  { piece, written }: { piece: SamplePiece; written: Map<string, string> },
): Promise<void> {
  const { by, language = 'en', kind = 'letter', onlyForMe = false, audience, at } = piece;
  const signature = (parent: Parent): Signature => ({
    personId: family.people[parent],
    as: parents[parent].signsAs[language] ?? parents[parent].signsAs.en,
  });
  const tribute = await beginTribute(
    tx,
    {
      personId: family.people[by],
      kind,
      onlyForMe,
      memorialId: memorial.id,
      language,
      signature: signature(by),
      device,
    },
    at,
  );
  const signed = (piece.signed ?? [by]).map(signature);
  const words = wordsOf({ ...piece, language }, signed, family, written);
  written.set(piece.title, tribute.id);
  const save = { words, beganFrom: tribute.revision, editor: crypto.randomUUID(), device };
  const { revision } = await keepDraft(tx, tribute, save, at);
  if (!audience) return;
  await agree(tx, tribute, words, at);
  const answer = await publishTribute(tx, memorial, tribute, { audience, revision }, at);
  if ('refused' in answer) throw new Error(`A piece could not be published: ${answer.refused}`);
}

function wordsOf(
  piece: SamplePiece & { language: string },
  signed: Signature[],
  family: SampleFamily,
  written: ReadonlyMap<string, string>,
): Words {
  const { language, title, text, memory, addressee = '', place = '', keepsake = '' } = piece;
  const told = { title, text, memory, addressee, place, keepsake };
  return {
    ...emptyWords(language, signed),
    ...told,
    photographs: (piece.photographs ?? []).map(({ picture, ...placed }) => ({
      ...placed,
      photographId: family.photographs[picture],
    })),
    pointsTo: (piece.pointsTo ?? []).map((pointer) => {
      const to = written.get(pointer.title);
      if (to === undefined)
        throw new Error(`Nothing was written before it that is called “${pointer.title}”.`);
      return { to, words: pointer.words };
    }),
  };
}

/** The other parent signs these words too. Asked without a mail: nobody is there to read it. */
async function agree(tx: Tx, { id, writerId }: Tribute, words: Words, at: string): Promise<void> {
  const sha256 = sealOf(words);
  for (const signature of words.signed.filter(({ personId }) => personId !== writerId)) {
    await saveSigning(tx, { tributeId: id, ...signature, sha256, askedAt: at, answer: undefined }, at);
    const answer = await sign(tx, { id: signature.personId }, { tributeId: id, sha256 }, at);
    if ('refused' in answer) throw new Error(`A piece could not be signed: ${answer.refused}`);
  }
}
