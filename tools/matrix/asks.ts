import type { Answer } from '#test/world.ts';
import type { Ask, Place } from './pages.ts';
import type { Standing } from './piece.ts';
import type { Space } from './viewers.ts';

/** Of a representation that is asked for otherwise. */
export const none = (): Ask[] => [];
/** These paths in one space. */
export const askAt = (space: Space, paths: readonly string[], rest: Partial<Ask> = {}): Ask[] =>
  paths.map((path) => ({ space, path, ...rest }));
/** The same requests with other headers. */
export const asking = (asks: readonly Ask[], headers: Record<string, string>): Ask[] =>
  asks.map((ask) => ({ ...ask, headers }));
/** An answer is this representation only if it comes as such a type. */
export const ofType =
  (type: RegExp) =>
  ({ status, headers, text }: Answer): string | undefined =>
    status === 200 && type.test(headers.get('content-type') ?? '') ? text : undefined;

/** A few pages for what comes with every page: the child's and the piece's own, in each space. */
export const mainPages = ({ memorialId }: Place): Ask[] => [
  ...askAt('public', ['/wren']),
  ...askAt('with', ['/with/wren']),
  ...askAt('home', [`/home/memorials/${memorialId}`]),
];
/** The same of one piece. */
export const mainPagesOf = (place: Place, { address }: Standing): Ask[] =>
  address === ''
    ? []
    : mainPages(place).map((ask) => ({ ...ask, path: `${ask.path}/${address}`, shows: true }));

/** What is part of the public space: whoever was let in finds it there, and none of it where they are. */
export const inPublic = (asks: readonly Ask[]): Ask[] =>
  asks.map((ask) => (ask.space === 'public' ? ask : { ...ask, shows: false }));

/** One picture, by the random address of its publication and by the id of its photograph. */
export const picture =
  (size: number) =>
  (_: Place, { photographId, pictures, translations }: Standing): Ask[] => {
    const file = `${size}.jpeg`;
    // A translator sees them with a cookie of their own, and nobody of the viewers translates.
    const translated = (sheet: (id: string) => string) =>
      ['any', ...translations].map((id) => `${sheet(id)}/photographs/${photographId}/${file}`);
    return [
      ...askAt('public', pictures === undefined ? [] : [`/pictures/${pictures}/${file}`], { shows: true }),
      ...askAt('with', [`/with/photographs/${photographId}/${file}`], { shows: true }),
      ...askAt('home', [`/home/photographs/${photographId}/${file}`], { shows: true }),
      ...askAt(
        'home',
        translated((id) => `/home/translations/${id}/words`),
      ),
      ...askAt(
        'public',
        translated((id) => `/sign-in/translations/${id}`),
      ),
    ];
  };

/** How a server of the fediverse asks (ActivityPub 3.2). */
export const activity = [
  'application/activity+json',
  'application/ld+json; profile="https://www.w3.org/ns/activitystreams"',
];
export const activityType = ofType(/^application\/(?:activity|ld)\+json/);
export const jsonType = ofType(/^application\/(?:[a-z.]+\+)?json/);
export const eventType = ofType(/^text\/event-stream/);

/** What a messenger or a search engine takes from a page. */
export const tagsIn = ({ text }: Answer): string =>
  (
    text.match(
      /<meta [^>]*>|<link rel="(?:alternate|canonical|image_src)"[^>]*>|<script type="application\/ld[^]*?<\/script>/g,
    ) ?? []
  ).join('\n');
/** The picture that a messenger shows of a page. */
export const imageIn = (text: string): string | undefined => {
  const [, url] = /<meta property="og:image" content="([^"]+)"/.exec(text) ?? [];
  return url === undefined ? undefined : new URL(url).pathname;
};
