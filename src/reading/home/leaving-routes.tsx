import { languageHere, sayHere } from '#i18n/spoken.ts';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { findMember, listMembers } from '#families/families.ts';
import { isLastParent, leaveFamily } from '#families/members/leave.ts';
import { listOffers } from '#families/offers/offers.ts';
import { ownFamily } from '#families/own-family.ts';
import { leavingFamilyPath } from '#families/paths.ts';
import { goOn, page } from '#http/answers.ts';
import { readFields } from '#http/fields.ts';
import { type Filled, readForm, untouched } from '#http/forms.ts';
import { NotFound } from '#http/refusals.ts';
import { listMemorials } from '#memorials/memorials.ts';
import { leavingPath } from '#memorials/paths.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { findNames } from '#people/people.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import { requireFresh } from '#people/confirming/step-up.tsx';
import { LeavingFamilyPage } from '#reading/home/leaving-family-page.tsx';
import { once } from '#schema/once.ts';
import type { Site } from '#schema/site.ts';
import { listSharedBy, listSignedBy, listWrittenBy } from '#tributes/in-family.ts';
import { takeBackAll, takeNamesAway } from '#tributes/kept/leave-words.ts';
import { publicationPath } from '#tributes/paths.ts';
import { titleOf } from '#tributes/title.ts';

const leavingForm = z.object({
  words: z.enum(['leave', 'take-back'], { error: 'error.choice' }).default('leave'),
  names: z.enum(['leave', 'take-away'], { error: 'error.choice' }).default('leave'),
});

/** Leaving a family: what happens to everything that somebody wrote, before they go; and going. */
export function leavingRoutes(site: Site): Hono<PersonEnv> {
  const { database, now } = site;
  const { reader } = database;
  const say = sayHere;
  const routes = new Hono<PersonEnv>();

  routes.get('/home/family/leaving', async (c) =>
    leaving(c, await ownFamily(reader, c.var.person, c.req.query('family')), untouched),
  );

  routes.post('/home/family/leaving', requireFresh(site), async (c) => {
    const { person } = c.var;
    const fields = await readFields(c);
    const read = readForm(leavingForm, fields);
    const form = { key: fields['form'], personId: person.id, now: now() };
    if (!read.ok) return leaving(c, await ownFamily(reader, person, c.req.query('family')), read.filled);
    const { words, names } = read.form;
    const path = await database.write((tx) =>
      once(tx, form, async () => {
        const familyId = await ownFamily(tx, person, c.req.query('family'));
        const member = { familyId, personId: person.id };
        const hasPages = (await listMemorials(tx, [familyId])).length > 0;
        const answer = await leaveFamily(tx, member, { hasPages }, now());
        if ('refused' in answer) return leavingFamilyPath(familyId);
        if (words === 'take-back') await takeBackAll(tx, member, now());
        if (names === 'take-away') await takeNamesAway(tx, member, now());
        return '/home?left';
      }),
    );
    return goOn(c, path);
  });
  return routes;

  async function leaving(c: Context<PersonEnv>, familyId: string, filled: Filled): Promise<Response> {
    const member = await findMember(reader, { familyId, personId: c.var.person.id });
    if (!member) throw new NotFound();
    const [memorials, members, offers, shared, signed, written, isLast] = await Promise.all([
      listMemorials(reader, [familyId]),
      listMembers(reader, familyId),
      listOffers(reader, familyId),
      listSharedBy(reader, member),
      listSignedBy(reader, member),
      listWrittenBy(reader, member),
      isLastParent(reader, member),
    ]);
    const others = members.filter(({ personId }) => personId !== member.personId);
    const names = await findNames(
      reader,
      others.map(({ personId }) => personId),
    );
    const called = new Map(memorials.map((memorial) => [memorial.id, calledIn(memorial, languageHere())]));
    const successor = offers.find(
      ({ what, offeredBy }) => what === 'successor' && offeredBy === member.personId,
    );
    const shown = (
      <LeavingFamilyPage
        say={say}
        member={member}
        pages={memorials.map((memorial) => ({
          called: calledIn(memorial, languageHere()),
          path: leavingPath(memorial),
        }))}
        isLastParent={isLast}
        successor={successor && { offer: successor, name: names.get(successor.personId) ?? '' }}
        others={others.map(({ personId, role }) => ({ personId, role, name: names.get(personId) ?? '' }))}
        shared={shared.map((tribute) => ({
          title: titleOf(say, tribute.kind, tribute.words, called.get(tribute.memorialId) ?? ''),
          // Without a title of its own it is told in the words of this page.
          language: tribute.words.title === '' ? languageHere() : tribute.words.language,
          audience: tribute.audience,
          path: publicationPath(tribute),
        }))}
        signs={signed.length > 0}
        hasOwn={written.length > shared.length}
        filled={filled}
      />
    );
    return page(c, shown, filled === untouched ? 200 : 422);
  }
}
