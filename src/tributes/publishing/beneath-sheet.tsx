import { sayHere } from '#i18n/spoken.ts';
import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { may } from '#audiences/may.ts';
import { type Offered, offeredTo } from '#audiences/offered-to.ts';
import { viewerOf } from '#audiences/viewer-of.ts';
import type { Memorial } from '#memorials/memorial.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import type { Reader } from '#schema/database.ts';
import { findApproval } from '#tributes/approval/approvals.ts';
import { wordsSoFar } from '#tributes/writing/keep-draft.ts';
import { AskParents } from '#tributes/approval/ask-parents.tsx';
import { Signers } from '#tributes/signing/signers-part.tsx';
import { returnedNote } from '#tributes/approval/read-returned-note.tsx';
import { standingOf } from '#tributes/signing/signing.ts';
import { listSignings } from '#tributes/signing/signings.ts';
import type { Tribute } from '#tributes/tribute.ts';

/**
 * What the sheet before publishing has beside its form: for whom its writer may publish without asking, who
 * signs, and, for a keeper, asking the parents for more.
 */
export async function beneathSheet(
  db: Reader,
  c: Context<PersonEnv>,
  { tribute, memorial }: { tribute: Tribute; memorial: Memorial },
): Promise<{ offered: Offered[]; beneath: Child }> {
  const say = sayHere;
  const viewer = await viewerOf(db, c.var.person);
  const [words, signings] = await Promise.all([wordsSoFar(db, tribute), listSignings(db, tribute.id)]);
  const signers = (words?.signed ?? [])
    .filter(({ personId }) => personId !== tribute.writerId)
    .map((signature) => {
      const signing = signings.find(({ personId }) => personId === signature.personId);
      return { signature, standing: words ? standingOf(words, signing) : ('not-asked' as const) };
    });
  const asksParents = !may(viewer, 'open-wider', memorial.familyId);
  const approval = asksParents ? await findApproval(db, tribute.id) : undefined;
  const refused = (['says-nothing', 'changed-since'] as const).find(
    (why) => why === c.req.query('not-asked'),
  );
  const beneath = (
    <>
      <Signers say={say} tribute={tribute} signers={signers} />
      {asksParents && (
        <AskParents
          say={say}
          tribute={tribute}
          approval={approval}
          returned={await returnedNote(db, tribute)}
          refused={refused}
        />
      )}
    </>
  );
  return { offered: await offeredTo(db, viewer, memorial.familyId), beneath };
}
