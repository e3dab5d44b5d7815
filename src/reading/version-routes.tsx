import { type Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import { nobody } from '#audiences/viewer.ts';
import { page } from '#http/answers.ts';
import { countIn } from '#http/forms.ts';
import { publicSpace } from '#http/headers.ts';
import { NotFound } from '#http/refusals.ts';
import { interfaceLanguages, type Language, nearestLanguage } from '#i18n/languages.ts';
import { sayIn } from '#i18n/messages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { memorialHomePath, memorialPath } from '#memorials/paths.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import { familyGallery, type Gallery, publicGallery } from '#photographs/show.ts';
import { Frame } from '#reading/frame.tsx';
import { findOpenMemorial, ownPath } from '#reading/open-memorial.ts';
import { ReaderFoot } from '#reading/pages/reader-foot.tsx';
import { TributePage } from '#reading/pages/tribute-page.tsx';
import { VersionPage } from '#reading/pages/version-page.tsx';
import type { Site } from '#schema/site.ts';
import { shownToday } from '#tributes/earlier.ts';
import { homeVersionPath, tributePath, versionPath, versionsPath } from '#tributes/paths.ts';
import { readableTribute } from '#tributes/readable-tribute.ts';
import { titleOf } from '#tributes/title.ts';
import { findTributeAt } from '#tributes/tributes.ts';
import type { Tribute, Version } from '#tributes/tribute.ts';
import { type Edition, findVersion, findVersionFor, listVersions } from '#tributes/versions.ts';

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

/** Every version for everybody, at the address where it is cited. The viewer here is always nobody. */
export function versionRoutes(site: Site): Hono {
  const { reader } = site.database;
  const routes = new Hono();
  for (const asked of [...interfaceLanguages, undefined]) {
    const path = `${asked ? `/${asked}` : ''}/:memorial/:tribute/versions/:number` as const;
    routes.use(path, publicSpace, etag());
    routes.get(path, async (c) => {
      const memorial = await findOpenMemorial(reader, c.req.param('memorial'));
      const tribute = await findTributeAt(reader, nobody, memorial, c.req.param('tribute'));
      const number = numberIn(c);
      const version = tribute && (await findVersionFor(reader, nobody, memorial, tribute, number));
      if (!version) throw new NotFound();
      const pathIn = (tag: Language): string => versionPath(memorial, tribute, number, tag);
      const own = ownPath(c, asked, memorial, pathIn);
      if (own) return c.redirect(own, 301);
      const language = asked ?? nearestLanguage(memorial.language);
      const say = sayIn(language);
      const nowPath = tributePath(memorial, tribute, language);
      return page(
        c,
        <Frame
          title={say('version.title', {
            title: titleOf(say, tribute.kind, version, calledIn(memorial, language)),
            number,
          })}
          say={say}
          language={language}
          palette={memorial.palette}
          head={<VersionTags canonical={`${site.url}${pathIn(language)}`} />}
          pathIn={pathIn}
        >
          {oneVersion({
            language,
            memorial,
            tribute,
            version: shownToday(version, tribute.words),
            versions: await listVersions(reader, nobody, memorial, tribute),
            gallery: await publicGallery(reader, memorial.id, [tribute.id]),
            pathOf: (other) => versionPath(memorial, tribute, other, language),
            nowPath,
            backPath: memorialPath(memorial, language),
          })}
          <ReaderFoot say={say} site={site} memorial={memorial} language={language} path={pathIn(language)} />
        </Frame>,
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
    const say = sayIn('en');
    const title = titleOf(say, tribute.kind, version, calledIn(memorial, 'en'));
    return page(
      c,
      <Frame
        title={say('version.title', { title, number: version.number })}
        say={say}
        language="en"
        palette={memorial.palette}
        script
      >
        {oneVersion({
          language: 'en',
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
    <VersionPage
      say={say}
      language={language}
      zone={memorial.zone}
      publishedAt={version.publishedAt}
      changedAt={isNow ? undefined : later?.publishedAt}
      nowPath={shown.nowPath}
      earlierPath={earlier && pathOf(earlier.number)}
      laterPath={later && pathOf(later.number)}
    >
      <TributePage
        say={say}
        language={language}
        memorial={memorial}
        kind={tribute.kind}
        words={version}
        gallery={gallery}
        backPath={shown.backPath}
      />
    </VersionPage>
  );
}

function numberIn(c: Context): number {
  return countIn(c.req.param('number'));
}

/** A version is cited, never searched for: the page of today stands for all of them. */
function VersionTags({ canonical }: { canonical: string }) {
  return (
    <>
      <link rel="canonical" href={canonical} />
      <meta name="robots" content="noindex, noarchive" />
    </>
  );
}
