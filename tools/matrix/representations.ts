import type { Answer } from '#test/world.ts';
import {
  activity,
  activityType,
  asking,
  askAt,
  eventType,
  imageIn,
  inPublic,
  jsonType,
  mainPages,
  mainPagesOf,
  none,
  ofType,
  picture,
  tagsIn,
} from './asks.ts';
import { type Ask, languages, pagesOfMany, pagesOfOne, pagesWithoutPieces, type Place } from './pages.ts';
import { commonWord, type Standing } from './piece.ts';
import { sizes } from './pieces.ts';

/** A form in which a piece can be found; its name is its column in expected.md. */
export type Representation = {
  name: string;
  /** What is asked once, of all pieces. */
  ofAll: (place: Place) => Ask[];
  /** What is asked of one: that anything is there says that the piece exists. */
  ofOne: (place: Place, piece: Standing) => Ask[];
  /** What of an answer is this representation, and not another one; all of it where this is missing. */
  part?: (answer: Answer) => string | undefined;
  /** Whether it comes by mail too: what the viewer got is an answer like the others. */
  byMail?: boolean;
};

const jsonOf = ({ address }: Standing): string[] =>
  address === ''
    ? []
    : [
        `/wren/words/${address}.json`,
        `/oembed?url=https://snowdrop.example/wren/${address}`,
        `/oembed?url=https://snowdrop.example/wren/words/${address}?version=1`,
      ];

/** All of them, in the order of the columns. */
export const representations: readonly Representation[] = [
  {
    name: 'page',
    ofAll: (place) => [...pagesOfMany(place), ...pagesWithoutPieces(place)],
    ofOne: pagesOfOne,
  },
  {
    name: 'JSON',
    ofAll: (place) => asking(mainPages(place), { accept: 'application/json' }),
    ofOne: (place, piece) => [
      ...asking(mainPagesOf(place, piece), { accept: 'application/json' }).map((ask) => ({
        ...ask,
        shows: false,
      })),
      ...askAt('public', jsonOf(piece), { shows: true }),
    ],
    part: jsonType,
  },
  {
    name: 'object',
    ofAll: none,
    ofOne: (place, piece) =>
      activity.flatMap((accept, index) => asking(mainPagesOf(place, piece).slice(0, 2 - index), { accept })),
    part: activityType,
  },
  {
    name: 'actor',
    ofAll: (place) => [
      ...activity.flatMap((accept) => asking(mainPages(place).slice(0, 2), { accept })),
      ...askAt('public', [
        '/.well-known/webfinger?resource=acct:wren@snowdrop.example',
        '/.well-known/host-meta',
        '/.well-known/nodeinfo',
        '/nodeinfo/2.1',
      ]),
    ],
    ofOne: (_, { address }) =>
      askAt('public', [`/.well-known/webfinger?resource=acct:${address}@snowdrop.example`]),
    part: jsonType,
  },
  {
    name: 'outbox',
    ofAll: () =>
      ['', '/wren', '/with/wren'].flatMap((actor) =>
        asking(
          askAt(
            actor.startsWith('/with') ? 'with' : 'public',
            ['outbox', 'followers', 'following', 'featured'].map((name) => `${actor}/${name}`),
          ),
          { accept: activity[0]! },
        ),
      ),
    ofOne: none,
    part: activityType,
  },
  {
    name: 'feeds',
    ofAll: ({ memorialId }) =>
      ['feed.atom', 'feed.json'].flatMap((feed) => [
        ...languages.flatMap((language) =>
          askAt('public', [`${language}/wren/${feed}`], {
            shows: language !== '/en',
            aside: language !== '',
          }),
        ),
        ...askAt('public', [`/${feed}`]),
        ...askAt('with', [`/with/wren/${feed}`]),
        ...askAt('home', [`/home/memorials/${memorialId}/${feed}`]),
      ]),
    ofOne: none,
  },
  {
    name: 'days',
    ofAll: ({ memorialId }) => [
      ...askAt('public', ['/wren/days.ics', '/days.ics']),
      ...askAt('with', ['/with/wren/days.ics']),
      ...askAt('home', [`/home/memorials/${memorialId}/days.ics`]),
    ],
    ofOne: none,
    part: ofType(/^text\/calendar/),
  },
  {
    name: 'map',
    ofAll: () => [
      ...askAt('public', ['/wren/sitemap.xml'], { shows: true }),
      ...askAt('public', ['/sitemap.xml', '/ar/wren/sitemap.xml', '/robots.txt']),
      ...askAt('with', ['/with/sitemap.xml', '/with/wren/sitemap.xml']),
    ],
    ofOne: none,
  },
  {
    name: 'search',
    ofAll: ({ memorialId }) => {
      const asked = `search?q=${commonWord}`;
      return [
        ...askAt('public', [`/${asked}`, `/wren/${asked}`]),
        ...askAt('with', [`/with/${asked}`, `/with/wren/${asked}`]),
        ...askAt('home', [`/home/${asked}`, `/home/memorials/${memorialId}/${asked}`]),
      ];
    },
    ofOne: none,
    part: ofType(/./),
  },
  {
    name: 'tags',
    ofAll: mainPages,
    ofOne: (place, piece) => inPublic(mainPagesOf(place, piece)),
    part: tagsIn,
  },
  {
    name: 'preview',
    ofAll: none,
    ofOne: (place, piece) => inPublic(mainPagesOf(place, piece)).map((ask) => ({ ...ask, leadsTo: imageIn })),
    part: ofType(/^image\//),
  },
  { name: 'small', ofAll: none, ofOne: picture(sizes.small) },
  {
    name: 'large',
    ofAll: none,
    // All of them are released to the press in full size: it must be there for what is everyone's alone.
    ofOne: (place, piece) => [
      ...picture(sizes.large)(place, piece),
      ...askAt('public', [`/pictures/${piece.pictures ?? piece.photographId}/full.jpeg`], { shows: true }),
      ...askAt('with', [`/with/photographs/${piece.photographId}/full.jpeg`]),
      ...askAt('home', [`/home/photographs/${piece.photographId}/full.jpeg`]),
    ],
  },
  {
    name: 'original',
    ofAll: none,
    ofOne: (_, { photographId, hashes, pictures }) => [
      ...askAt('public', [
        `/pictures/${hashes[0]}/original`,
        `/pictures/${pictures ?? photographId}/original`,
      ]),
      ...askAt('with', [`/with/photographs/${photographId}/original`]),
      ...askAt('home', [`/home/photographs/${photographId}/original`]),
    ],
    part: ofType(/./),
  },
  {
    name: 'archive',
    ofAll: ({ memorialId, familyId }) => [
      ...askAt('public', ['/archive', '/wren/archive', '/wren/archive.zip']),
      ...askAt('with', ['/with/archive', '/with/wren/archive']),
      ...askAt('home', [
        '/home/archive',
        '/home/you/archive',
        `/home/memorials/${memorialId}/archive`,
        `/home/family/archive?family=${familyId}`,
      ]),
    ],
    ofOne: none,
    part: ofType(/./),
  },
  {
    name: 'HEAD',
    ofAll: (place) =>
      [...mainPages(place), ...askAt('public', ['/wren/feed.atom'])].map((ask) => ({
        ...ask,
        method: 'HEAD',
      })),
    ofOne: (place, piece) =>
      [...mainPagesOf(place, piece), ...picture(sizes.small)(place, piece)].map((ask) => ({
        ...ask,
        method: 'HEAD',
      })),
  },
  {
    name: '304',
    ofAll: (place) => asking(mainPages(place), { 'if-none-match': '*', range: 'bytes=0-99' }),
    ofOne: (place, piece) => {
      const pages = mainPagesOf(place, piece);
      const pictures = picture(sizes.small)(place, piece);
      return [
        ...asking(pages, { range: 'bytes=0-99', 'if-none-match': '*' }),
        ...asking(pictures, { range: 'bytes=0-99' }),
        ...asking(pictures, { 'if-none-match': `"${piece.hashes[1]}"` }),
      ];
    },
  },
  {
    name: 'told',
    ofAll: ({ memorialId }) =>
      asking(
        [
          ...askAt('public', ['/live', '/live/wren', '/wren/live', '/wren']),
          ...askAt('with', ['/with/live/wren', '/with/wren/live']),
          ...askAt('home', ['/home/live', `/home/memorials/${memorialId}/live`]),
        ],
        { accept: 'text/event-stream' },
      ),
    ofOne: none,
    part: eventType,
    byMail: true,
  },
];
