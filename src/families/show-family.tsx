import { sayHere } from '#i18n/spoken.ts';
import type { Context } from 'hono';
import type { MadeLink } from '#families/invitations/made-link.tsx';
import { FamilyPage } from '#families/family-page.tsx';
import { readFamily } from '#families/read-family.ts';
import { page } from '#http/answers.ts';
import { type Filled, untouched } from '#http/forms.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import type { Site } from '#schema/site.ts';

/** Answers with the page of a family: as it is, with what was typed and refused, or with a fresh link. */
export async function showFamily(
  c: Context<PersonEnv>,
  { database, now }: Pick<Site, 'database' | 'now'>,
  familyId: string,
  { filled = untouched, link }: { filled?: Filled; link?: MadeLink } = {},
): Promise<Response> {
  const family = await readFamily(database.reader, familyId, c.var.person.id);
  const shown = <FamilyPage say={sayHere} family={family} now={now()} filled={filled} link={link} />;
  return page(c, shown, filled === untouched ? 200 : 422);
}
