import type { Context } from 'hono';
import type { ReaderEnv } from '#audiences/let-in.tsx';
import { canSeeMemorial } from '#audiences/can-see.ts';
import { may } from '#audiences/may.ts';
import { keeps, nobody, type Viewer } from '#audiences/viewer.ts';
import { viewerOf } from '#audiences/viewer-of.ts';
import { NotFound } from '#http/refusals.ts';
import { interfaceLanguages, type Language, nearestLanguage } from '#i18n/languages.ts';
import { languageHere } from '#i18n/spoken.ts';
import { asShown, type Memorial } from '#memorials/memorial.ts';
import { findMemorial, findMemorialAt } from '#memorials/memorials.ts';
import { memorialHomePath, memorialPath, memorialsPath, withPath } from '#memorials/paths.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import { familyGallery, type Gallery, publicGallery, withGallery } from '#photographs/show.ts';
import type { Reader } from '#schema/database.ts';
import { homeVersionPath, versionBeneath, versionsPath } from '#tributes/paths.ts';
import type { Words } from '#tributes/tribute.ts';

/** A piece whose photographs are shown. */
type Piece = { id: string; words: Pick<Words, 'photographs'> };

/** A memorial as one reader may see it, in one language. Where its pages and pictures stand depends on the space. */
export type Reading = {
  viewer: Viewer;
  memorial: Memorial;
  language: Language;
  /** The language that words are read in, where they have it. */
  readsIn: string;
  /** Where a child's page stands, that of a brother or sister too. */
  pathOf: (memorial: Memorial, language?: Language) => string;
  /** The photographs of these tributes; `undefined` stands for the portrait. */
  galleryOf: (pieces: readonly (Piece | undefined)[]) => Promise<Gallery>;
};

/** One of the spaces in which memorials are read: the same pages, at the same paths behind its prefix. */
export type Space = {
  prefix: '' | '/with' | '/home';
  /** Where a child's page stands, as a route, and in which language: none is the memorial's own. */
  pages: readonly { language: Language | undefined; at: string }[];
  /** How an old or doubled address leads to a page's own: for good, or as it is today (RFC 9110). */
  moved: 301 | 302;
  /** What a request may read at an address; everything else does not exist (`NotFound`). */
  open(c: Context, address: string, language: Language | undefined): Promise<Reading>;
  /** The page of one version of a tribute. */
  versionPath(childPath: string, tribute: { id: string; address: string }, number: number): string;
  /** Where it is seen that a tribute was changed, and from what. */
  changesPath(childPath: string, tribute: { id: string; address: string }, earlier: number): string;
};

// The prefixes first: without one, /ar/wren would be a letter of a child called Ar.
const pagesBehind = (prefix: '' | '/with') =>
  [...interfaceLanguages, undefined].map((language) => ({
    language,
    at: `${prefix}${language ? `/${language}` : ''}/:memorial`,
  }));

/**
 * The language that words are read in on a page in one of the interface's languages: that one, and on the page
 * in the memorial's own the memorial's, which need not be one that the interface speaks.
 */
export function wordsLanguage(memorial: { language: string }, language: Language): string {
  return language === nearestLanguage(memorial.language) ? memorial.language : language;
}

const idsOf = (pieces: readonly (Piece | undefined)[]): (string | undefined)[] =>
  pieces.map((one) => one?.id);

/** What everybody reads. Cookie-blind: the viewer here is always nobody. */
export function everybodysSpace(db: Reader): Space {
  return {
    prefix: '',
    pages: pagesBehind(''),
    moved: 301,
    async open(_, address, asked) {
      const memorial = await findMemorialAt(db, address);
      if (!memorial || !canSeeMemorial(nobody, memorial)) throw new NotFound();
      const language = asked ?? nearestLanguage(memorial.language);
      return {
        viewer: nobody,
        memorial: asShown(memorial),
        language,
        readsIn: wordsLanguage(memorial, language),
        pathOf: memorialPath,
        galleryOf: (pieces) => publicGallery(db, memorial.id, idsOf(pieces)),
      };
    },
    versionPath: versionBeneath,
    changesPath: versionBeneath,
  };
}

/** The same for those who were let in (`requireReader`): as much of it as each of them may see. */
export function withSpace(db: Reader): Space {
  return {
    prefix: '/with',
    pages: pagesBehind('/with'),
    moved: 302,
    async open(c: Context<ReaderEnv>, address, asked) {
      const { viewer } = c.var;
      const memorial = (await findMemorialAt(db, address)) ?? (await findMemorial(db, address));
      if (!memorial || !canSeeMemorial(viewer, memorial)) throw new NotFound();
      const language = asked ?? nearestLanguage(memorial.language);
      return {
        viewer,
        memorial: keeps(viewer, memorial.familyId) ? memorial : asShown(memorial),
        language,
        readsIn: wordsLanguage(memorial, language),
        pathOf: withPath,
        galleryOf: (pieces) => withGallery(db, viewer, memorial.id, idsOf(pieces)),
      };
    },
    versionPath: versionBeneath,
    changesPath: versionBeneath,
  };
}

/** The same for those who keep the page (`requirePerson`): all of it that each of them may see, in their language. */
export function familySpace(db: Reader): Space {
  return {
    prefix: '/home',
    pages: [{ language: undefined, at: `${memorialsPath}/:memorial` }],
    moved: 302,
    async open(c: Context<PersonEnv>, id) {
      const viewer = await viewerOf(db, c.var.person);
      const memorial = await findMemorial(db, id);
      if (!memorial || !may(viewer, 'keep', memorial.familyId)) throw new NotFound();
      const language = languageHere();
      return {
        viewer,
        memorial,
        language,
        readsIn: wordsLanguage(memorial, language),
        pathOf: memorialHomePath,
        galleryOf: (pieces) =>
          familyGallery(
            db,
            pieces.flatMap((one) => photographsOf(one, memorial)),
          ),
      };
    },
    versionPath: (_, tribute, number) => homeVersionPath(tribute, number),
    changesPath: (_, tribute) => versionsPath(tribute),
  };
}

function photographsOf(piece: Piece | undefined, { portraitId }: Memorial): string[] {
  if (piece) return piece.words.photographs.map(({ photographId }) => photographId);
  return portraitId === undefined ? [] : [portraitId];
}

/** Where a page's one address is, if it was asked for at an old or a doubled one. */
export function ownPath(
  asked: { req: { url: string } },
  { memorial, language, pathOf }: Reading,
  beneath: (childPath: string) => string,
): string | undefined {
  const path = beneath(pathOf(memorial, language));
  return new URL(asked.req.url).pathname === path ? undefined : path;
}
