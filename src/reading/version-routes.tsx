import { languageHere, sayHere } from '#i18n/spoken.ts';
import { type Context, Hono } from 'hono';
import { page, speaks } from '#http/answers.ts';
import { countIn } from '#http/forms.ts';
import { NotFound } from '#http/refusals.ts';
import type { Language } from '#i18n/languages.ts';
import { sayIn } from '#i18n/messages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { memorialHomePath } from '#memorials/paths.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import { familyGallery, type Gallery } from '#photographs/show.ts';
import { Frame } from '#reading/frame.tsx';
import { TributePage } from '#reading/pages/tribute-page.tsx';
import { VersionNote } from '#reading/pages/version-note.tsx';
import { ReaderPage } from '#reading/reader-page.tsx';
import { ownPath, type Space } from '#reading/space.tsx';
import type { Site } from '#schema/site.ts';
import { shownToday } from '#tributes/earlier.ts';
import { homeVersionPath, tributeBeneath, versionBeneath, versionsPath } from '#tributes/paths.ts';
import { readableTribute } from '#tributes/readable-tribute.ts';
import { titleOf } from '#tributes/title.ts';
import { findTributeAt } from '#tributes/tributes.ts';
import type { Tribute, Version } from '#tributes/tribute.ts';
import { type Edition, findVersion, findVersionFor, listVersions } from '#tributes/versions/versions.ts';

type Shown = {
  language: Language;
  memorial: Memorial;
  tribute: Tribute;
  /** The version as it was, and those that this reader may see, the first one first. */
  version: Version;
  versions: readonly Edition[];
  gallery: Gallery;
  pathOf: (number: number) => string;
  nowPath: string;
  backPath: string;
};

/** Every version for its readers, at the address where it is cited. */
export function versionRoutes(site: Site, space: Space): Hono {
  const { reader } = site.database;
  const routes = new Hono();
  for (const where of space.pages) {
    routes.get(`${where.at}/:tribute/versions/:number`, async (c) => {
      const reading = await space.open(c, c.req.param('memorial') ?? '', where.language);
      const { viewer, memorial, language, pathOf } = reading;
      const tribute = await findTributeAt(reader, viewer, memorial, c.req.param('tribute') ?? '');
      const number = numberIn(c);
      const version = tribute && (await findVersionFor(reader, viewer, memorial, tribute, number));
      if (!version) throw new NotFound();
      const beneath = (path: string): string => versionBeneath(path, tribute, number);
      const own = ownPath(c, reading, beneath);
      if (own) return c.redirect(own, space.moved);
      const say = sayIn(language);
      const title = titleOf(say, tribute.kind, version, calledIn(memorial, language));
      const childPath = pathOf(memorial, language);
      speaks(c, language, version.language);
      return page(
        c,
        <ReaderPage
          site={site}
          space={space}
          reading={reading}
          say={say}
          title={say('version.title', { title, number })}
          ofChild
          beneath={beneath}
        >
          {oneVersion({
            language,
            memorial,
            tribute,
            version: shownToday(version, tribute.words),
            versions: await listVersions(reader, viewer, memorial, tribute),
            gallery: await reading.galleryOf([tribute]),
            pathOf: (other) => versionBeneath(childPath, tribute, other),
            nowPath: tributeBeneath(childPath, tribute),
            backPath: childPath,
          })}
        </ReaderPage>,
      );
    });
  }
  return routes;
}

/** The same for the family: what each of them may see, also where it is not for everybody. */
export function homeVersionRoutes(site: Site): Hono<PersonEnv> {
  const { reader } = site.database;
  const routes = new Hono<PersonEnv>();
  routes.get('/home/tributes/:id/versions/:number', async (c) => {
    const found = await readableTribute(reader, c.var.person, c.req.param('id'));
    const { memorial, tribute, viewer, versions } = found;
    const whole = await findVersionFor(reader, viewer, memorial, tribute, numberIn(c));
    const now = await findVersion(reader, tribute.id, tribute.version);
    if (!whole || !now) throw new NotFound();
    // The writer has every photograph; the others those that the tribute still shows them.
    const version = tribute.writerId === c.var.person.id ? whole : shownToday(whole, now);
    const gallery = await familyGallery(
      reader,
      version.photographs.map(({ photographId }) => photographId),
    );
    const say = sayHere;
    const title = titleOf(say, tribute.kind, version, calledIn(memorial, languageHere()));
    return page(
      c,
      <Frame
        title={say('version.title', { title, number: version.number })}
        say={say}
        language={languageHere()}
        palette={memorial.palette}
        script
      >
        {oneVersion({
          language: languageHere(),
          memorial,
          tribute,
          version,
          versions,
          gallery,
          pathOf: (other) => homeVersionPath(tribute, other),
          nowPath: versionsPath(tribute),
          backPath: memorialHomePath(memorial),
        })}
      </Frame>,
    );
  });
  return routes;
}

function oneVersion(shown: Shown) {
  const { language, memorial, tribute, version, versions, gallery, pathOf } = shown;
  const say = sayIn(language);
  const earlier = versions.findLast(({ number }) => number < version.number);
  const later = versions.find(({ number }) => number > version.number);
  const isNow = version.number === tribute.version;
  return (
    <TributePage
      say={say}
      language={language}
      memorial={memorial}
      kind={tribute.kind}
      words={version}
      gallery={gallery}
      backPath={shown.backPath}
      above={
        <VersionNote
          say={say}
          language={language}
          zone={memorial.zone}
          publishedAt={version.publishedAt}
          changedAt={isNow ? undefined : later?.publishedAt}
          nowPath={shown.nowPath}
          earlierPath={earlier && pathOf(earlier.number)}
          laterPath={later && pathOf(later.number)}
        />
      }
    />
  );
}

function numberIn(c: Context): number {
  return countIn(c.req.param('number'));
}
