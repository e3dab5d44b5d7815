import type { PropsWithChildren } from 'hono/jsx';
import { apartIn } from '#i18n/apart.ts';
import type { Language } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { type Gallery } from '#photographs/show.ts';
import { Frame } from '#reading/frame.tsx';
import { LetInAs } from '#reading/pages/let-in-as.tsx';
import { ReaderFoot } from '#reading/pages/reader-foot.tsx';
import { type Alternate, alternatesIn } from '#reading/in-languages.ts';
import { LinkedData } from '#reading/outside/linked-data.tsx';
import { imageOf, previewOf } from '#reading/outside/preview-of.ts';
import { type Preview, PreviewTags } from '#reading/outside/preview.tsx';
import type { Reading, Space } from '#reading/space.tsx';
import type { Site } from '#schema/site.ts';
import { oembedPath } from '#words/paths.ts';

type ReaderPageProps = PropsWithChildren<{
  site: Site;
  space: Space;
  reading: Reading;
  say: Say;
  /** The title of the page; whose it is is added where that is not the child's own page. */
  title: string;
  ofChild?: boolean;
  /** The memory that is read here as it is now. */
  tribute?: { id: string };
  /** This page, beneath that of the child. */
  beneath: (childPath: string) => string;
  /** Where exactly these words stand, if everybody may read them: pages of others can show those as a card. */
  quotable?: ((childPath: string) => string) | undefined;
  /** What is shown of it elsewhere. A page without one is cited and never searched for. */
  outside?: {
    description: string;
    photograph?: { photographId: string; alternative: string } | undefined;
    gallery: Gallery;
    /** The language of its title and words, where that is not the page's. */
    language?: string;
    /** The same in other languages, where that is not only the page around it. */
    alternates?: readonly Alternate[];
    /** The page that stands for it, where that is another one. */
    canonical?: string | undefined;
    /** When a piece was published and changed, and what else machines read of it (schema.org). */
    work?: { published: string; changed: string; data: object };
  };
}>;

/** What every reader's page has around it: for everybody, what messengers show; for the others, why they see it. */
export function ReaderPage(props: ReaderPageProps) {
  const { site, space, reading, say, title, ofChild = false, beneath } = props;
  const { quotable, outside, children } = props;
  const { memorial, language, pathOf } = reading;
  const pathIn = (tag: Language): string => beneath(pathOf(memorial, tag));
  const isPublic = space.prefix === '';
  const called = calledIn(memorial, language);
  const frame = {
    title: ofChild ? title : `${apartIn(language, title)} · ${apartIn(language, called)}`,
    say,
    language,
    palette: memorial.palette,
  };
  if (space.prefix === '/home')
    return (
      <Frame {...frame} script>
        {children}
      </Frame>
    );
  return (
    <Frame
      {...frame}
      head={
        <>
          {isPublic && outside ? <Outside {...props} outside={outside} /> : <Unsearched {...props} />}
          {isPublic && quotable && (
            <Oembed site={site} path={quotable(pathOf(memorial, language))} title={title} />
          )}
        </>
      }
      pathIn={pathIn}
    >
      {!isPublic && <LetInAs say={say} viewer={reading.viewer} memorial={memorial} tribute={props.tribute} />}
      {children}
      <ReaderFoot
        say={say}
        site={site}
        memorial={memorial}
        language={language}
        path={pathIn(language)}
        isPublic={isPublic}
      />
    </Frame>
  );
}

function Outside(props: ReaderPageProps & { outside: NonNullable<ReaderPageProps['outside']> }) {
  const { site, reading, title, beneath, outside } = props;
  const { memorial, language, pathOf } = reading;
  const { description, photograph, gallery } = outside;
  const alternates = outside.alternates ?? alternatesIn(reading, beneath);
  const preview = previewOf(site, {
    memorial,
    language,
    wordsLanguage: outside.language ?? language,
    title,
    description,
    path: outside.canonical ?? beneath(pathOf(memorial, language)),
    alternates,
    image: photograph && imageOf(site, gallery, photograph.photographId, photograph.alternative),
    ...outside.work,
  });
  return (
    <>
      <PreviewTags preview={preview} />
      {preview.indexed && <LinkedData data={linkedData(preview, outside.work?.data)} />}
    </>
  );
}

/** A page as schema.org says it. Only search engines read that: a family that keeps them away has none. */
function linkedData({ url, title, description, language, image }: Preview, work?: object): object {
  return {
    '@type': 'CollectionPage',
    '@id': url,
    url,
    name: title,
    description,
    inLanguage: language,
    ...(image && { image: image.url }),
    ...work,
  };
}

function Oembed({ site, path, title }: { site: Site; path: string; title: string }) {
  const href = `${site.url}${oembedPath(`${site.url}${path}`)}`;
  return <link rel="alternate" type="application/json+oembed" href={href} title={title} />;
}

/** Of an earlier version the page of today stands for all; what is for some is for no search engine. */
function Unsearched({ site, space, reading, beneath }: ReaderPageProps) {
  const { memorial, language, pathOf } = reading;
  return (
    <>
      {space.prefix === '' && (
        <link rel="canonical" href={`${site.url}${beneath(pathOf(memorial, language))}`} />
      )}
      <meta name="robots" content="noindex, noarchive" />
    </>
  );
}
