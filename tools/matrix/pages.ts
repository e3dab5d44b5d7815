import { interfaceLanguages } from '#i18n/languages.ts';
import { commonWord, type Standing } from './piece.ts';
import type { Space } from './viewers.ts';

/** One request: in which space, and what its answer means. */
export type Ask = {
  space: Space;
  path: string;
  method?: 'HEAD';
  /** What is typed into a form, which is then sent. */
  typed?: Record<string, string>;
  headers?: Record<string, string>;
  /** Whoever may see a piece, and has this space, finds it here. */
  shows?: boolean;
  /** Not where most readers have it: in another language, as it was, in its order. */
  aside?: boolean;
  /** No piece stands here, whoever asks: also not for its writer. */
  empty?: boolean;
  /** The picture that an answer leads to, which is asked for in its place. */
  leadsTo?: (text: string) => string | undefined;
};

/** The page that everything stands on, as the three spaces have it. */
export type Place = { memorialId: string; familyId: string; memberId: string; circleId: string };

export const languages = ['', ...interfaceLanguages.map((tag) => `/${tag}`)];
const shows = { shows: true } as const;
const showsAside = { ...shows, aside: true } as const;
// The page's own language has no prefix: with one, its address leads to the other.
const ofLanguage = (language: string) => (language === '' ? shows : language === '/en' ? {} : showsAside);
const home = ({ memorialId }: Place): string => `/home/memorials/${memorialId}`;

/** Pages that hold all of somebody's pieces. */
export function pagesOfMany(place: Place): Ask[] {
  const readers = (['public', 'with'] as const).flatMap((space) =>
    languages.flatMap((language): Ask[] => {
      const page = `${space === 'with' ? '/with' : ''}${language}/wren`;
      return [
        { space, path: page, ...ofLanguage(language) },
        { space, path: `${page}/story`, ...(language === '/en' ? {} : showsAside) },
        { space, path: `${page}/page/1` },
        { space, path: `${page}/any/versions/1` },
        ...(space === 'public'
          ? [
              { space, path: `${page}/words/press`, ...(language === '/en' ? {} : showsAside) },
              // Words that every piece has, and around them what it alone has.
              { space, path: `${page}/words/check`, typed: { text: `text, ${commonWord}` }, ...showsAside },
            ]
          : []),
      ];
    }),
  );
  return [
    ...readers,
    { space: 'home', path: home(place), ...shows },
    ...['/story', '/order'].map((path): Ask => ({ space: 'home', path: home(place) + path, ...showsAside })),
    ...[
      `${home(place)}/page/1`,
      `${home(place)}/press/photographs`,
      // What its writer has there, nobody else has.
      '/home',
      '/home/bin',
      '/home/kept',
      '/home/kept/words.txt',
      '/home/family/leaving',
    ].map((path): Ask => ({ space: 'home', path })),
  ];
}

/** Where a piece stands by itself. */
export function pagesOfOne(place: Place, piece: Standing): Ask[] {
  const { tributeId, address, photographId } = piece;
  const readers = (['public', 'with'] as const).flatMap((space) =>
    languages.flatMap((language): Ask[] => {
      const page = `${space === 'with' ? '/with' : ''}${language}/wren/${address}`;
      return [
        { space, path: page, ...ofLanguage(language) },
        ...(language === '' ? [{ space, path: `${page}/versions/1`, ...showsAside }] : []),
        ...translationsOf(piece, language === '').map((path): Ask => ({
          space,
          path: page + path,
          ...(language === '/en' ? {} : showsAside),
        })),
      ];
    }),
  );
  const sheet = `/home/tributes/${tributeId}`;
  return [
    ...(address === ''
      ? []
      : [
          ...[
            `/wren/words/${address}.json`,
            `/wren/words/${address}.txt`,
            ...languages.map((language) => `${language}/wren/words/${address}`),
            `/wren/words/${address}?version=1`,
            ...languages.map((language) => `${language}/wren/words/${address}/card`),
            ...piece.languages.flatMap((tag) => [
              `/wren/words/${address}.${tag}.txt`,
              `/wren/words/${address}?in=${tag}&version=1`,
            ]),
            ...languages.map(
              (language) => `${language}/wren/words/${address}/passage?version=1&from=0&to=20`,
            ),
          ].map((path): Ask => ({ space: 'public', path, ...(path.startsWith('/en/') ? {} : showsAside) })),
          ...readers,
          { space: 'home', path: `${home(place)}/${address}`, ...shows } as const,
          ...translationsOf(piece, true).map((path): Ask => ({
            space: 'home',
            path: `${home(place)}/${address}${path}`,
            ...showsAside,
          })),
        ]),
    ...['/versions', '/versions/1', '/comparison?earlier=1&later=1'].map((path): Ask => ({
      space: 'home',
      path: sheet + path,
      ...showsAside,
    })),
    ...[
      '',
      '/preview',
      '/publication',
      '/quotations',
      '/published',
      '/withdrawn',
      '/signature',
      '/approval',
      '/cover',
      `/cover/${photographId}`,
      '/translations',
      '/erasure',
      `/beside/${tributeId}/erasure`,
    ].map((path): Ask => ({ space: 'home', path: sheet + path })),
    { space: 'home', path: `/home/kept/${tributeId}` },
    ...piece.translations.flatMap((id) =>
      ['', '?version=1', '/words', `/words/photographs/${photographId}/480.jpeg`].map((path): Ask => ({
        space: 'home',
        path: `/home/translations/${id}${path}`,
      })),
    ),
    { space: 'home', path: `${home(place)}/press/photographs/${tributeId}/${photographId}` },
    { space: 'home', path: `${sheet}/asked/${photographId}/480.jpeg` },
    { space: 'home', path: `/home/kept/${tributeId}/photographs/${photographId}/480.jpeg` },
  ];
}

/** Where the translations of a piece stand beneath its page; in the languages of the interface one of each kind. */
function translationsOf({ languages: into }: Standing, all: boolean): string[] {
  const [, second] = into;
  if (second === undefined) return [];
  if (!all) return [`/in/${second}`, `/beside/${second}`, `/in/${second}/versions/1`];
  return ['/in/en', ...into.flatMap((tag) => [`/in/${tag}`, `/beside/${tag}`, `/in/${tag}/versions/1`])];
}

/**
 * Every other page there is. A new one belongs here only if it can never hold a piece; else it is a
 * representation, or part of one.
 */
export function pagesWithoutPieces(place: Place): Ask[] {
  const everybodys = [
    '/',
    ...languages.flatMap((language) => [`${language}/about`, ...(language === '' ? [] : [language])]),
    '/robots.txt',
    '/.well-known/snowdrop-words-key',
    '/favicon.ico',
    '/assets/page.css',
    ...languages.map((language) => `${language}/wren/words/check`),
    '/to/wren/report',
    '/to/wren/report/thanks',
    '/to/wren/correction',
    '/to/wren/correction/thanks',
    '/key',
    '/sign-in',
    '/sign-in/recovery',
    '/sign-in/link/any',
    '/sign-in/invitation/any',
    '/sign-in/host/any',
    '/sign-in/translation/any',
    '/sign-in/translations/any',
    '/sign-in/translations/any/photographs/any/480.jpeg',
    '/host/claim/any',
  ];
  const family = `?family=${place.familyId}`;
  const theirs = [
    '/host/invitations',
    '/host/handing-over',
    '/host/reports',
    `/home/family${family}`,
    ...['', '/address', '/passkeys/any', '/recovery', '/confirmation'].map((path) => `/home/you${path}`),
    ...['', '/removal'].map((path) => `/home/family/members/${place.memberId}${path}${family}`),
    `/home/family/circles/${place.circleId}${family}`,
    '/home/family/offers/any',
    `/home/family/succession${family}`,
    ...[
      '/start/name',
      '/child',
      '/opening',
      '/opening/narrowed?was=everyone',
      '/keys',
      '/leaving',
      '/press',
      '/corrections',
      '/corrections/any',
    ].map((path) => home(place) + path),
  ];
  return [
    ...everybodys.map((path): Ask => ({ space: 'public', path, empty: true })),
    { space: 'with', path: '/with', empty: true },
    ...theirs.map((path): Ask => ({ space: 'home', path, empty: true })),
  ];
}
