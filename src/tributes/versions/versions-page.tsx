import { languageHere } from '#i18n/spoken.ts';
import { circleIn } from '#audiences/audience.ts';
import { momentInWords } from '#i18n/dates.ts';
import type { Say } from '#i18n/messages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { memorialHomePath, memorialPath } from '#memorials/paths.ts';
import { comparisonPath, homeVersionPath, versionBeneath } from '#tributes/paths.ts';
import type { Tribute } from '#tributes/tribute.ts';
import type { Edition } from '#tributes/versions/versions.ts';
import { Document } from '#ui/document.tsx';

type VersionsPageProps = {
  say: Say;
  called: string;
  memorial: Memorial;
  tribute: Tribute;
  /** What it is called, or what it is. */
  title: string;
  /** Those this person may see, the first one first, each with who published it, where that is known. */
  versions: readonly (Edition & { by: string | undefined })[];
  /** The numbers of those that everybody can read, where they are cited. */
  citable: ReadonlySet<number>;
};

/** Every version of a tribute that was published: each can be read, and two can be compared. */
export function VersionsPage(props: VersionsPageProps) {
  const { say, called, memorial, tribute, title, versions, citable } = props;
  const day = (instant: string): string => momentInWords(instant, languageHere(), memorial.zone || 'UTC');
  return (
    <Document title={say('versions.title')} language={languageHere()} palette={memorial.palette}>
      <main class="stack">
        <nav class="quiet back">
          <a href={memorialHomePath(memorial)}>{called}</a>
        </nav>
        <h1>{say('versions.title')}</h1>
        <p>
          <bdi>{title}</bdi>
        </p>
        <p>{say(versions.length === 1 ? 'versions.only-one' : 'versions.says')}</p>
        <ol class="list">
          {versions.toReversed().map(({ number, publishedAt, by, audience }) => (
            <li class="item">
              <a class="what" href={homeVersionPath(tribute, number)}>
                {say('versions.one', { number, day: day(publishedAt) })}
              </a>
              <span class="means">
                {by !== undefined && `${say('versions.by', { name: by })} `}
                {say(`versions.${number === tribute.version ? 'now' : 'then'}`)}{' '}
                {say(`versions.seen-${circleIn(audience) === undefined ? audience : 'some'}`)}
              </span>
              {citable.has(number) && (
                <span class="means">
                  <a href={versionBeneath(memorialPath(memorial), tribute, number)}>
                    {say('versions.citable')}
                  </a>
                </span>
              )}
            </li>
          ))}
        </ol>
        {versions.length > 1 && (
          <ChooseTwo say={say} tribute={tribute} versions={versions} zone={memorial.zone} />
        )}
      </main>
    </Document>
  );
}

type ChooseTwoProps = {
  say: Say;
  tribute: { id: string };
  versions: readonly Edition[];
  /** Which two are chosen already; without them, the last two. */
  chosen?: { earlier: number; later: number };
  /** The zone the family tells its days in; empty where it has none. */
  zone: string;
};

/** Which two versions are compared. A question, not a change: it goes by GET. */
export function ChooseTwo({ say, tribute, versions, chosen, zone }: ChooseTwoProps) {
  const options = (selected: number | undefined) =>
    versions.map(({ number, publishedAt }) => (
      <option value={String(number)} selected={number === selected}>
        {say('versions.one', { number, day: momentInWords(publishedAt, languageHere(), zone || 'UTC') })}
      </option>
    ));
  return (
    <form class="stack" method="get" action={comparisonPath(tribute)}>
      <div class="field">
        <label for="earlier">{say('compare.earlier')}</label>
        <select id="earlier" name="earlier">
          {options(chosen?.earlier ?? versions.at(-2)?.number)}
        </select>
      </div>
      <div class="field">
        <label for="later">{say('compare.later')}</label>
        <select id="later" name="later">
          {options(chosen?.later ?? versions.at(-1)?.number)}
        </select>
      </div>
      <div class="acts">
        <button class="act">{say('compare.do')}</button>
      </div>
    </form>
  );
}
