import { momentInWords } from '#i18n/dates.ts';
import type { Language } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';

type VersionNoteProps = {
  say: Say;
  language: Language;
  /** The zone its family tells days in. */
  zone: string;
  publishedAt: string;
  /** When it was changed; nothing for the words that readers have now. */
  changedAt: string | undefined;
  /** The page of the words as they are now. */
  nowPath: string;
  earlierPath: string | undefined;
  laterPath: string | undefined;
  /** Of a translation: whose it is and of what, and where that stands. */
  translated?: { says: string; originalPath: string };
};

/** Over one version of a tribute, citable for ever: what it is, and where the words of today are. */
export function VersionNote(props: VersionNoteProps) {
  const { say, language, zone, publishedAt, changedAt, nowPath, earlierPath, laterPath, translated } = props;
  const day = (instant: string): string => momentInWords(instant, language, zone || 'UTC');
  return (
    <aside class="notice which" aria-label={say('version.label')}>
      {changedAt === undefined ? (
        <p>{say('version.is-now', { day: day(publishedAt) })}</p>
      ) : (
        <p>{say('version.was', { day: day(publishedAt), changed: day(changedAt) })}</p>
      )}
      {translated && <p>{translated.says}</p>}
      <ul class="ways">
        <li>
          <a href={nowPath}>{say(changedAt === undefined ? 'version.page' : 'version.now')}</a>
        </li>
        {earlierPath && (
          <li>
            <a href={earlierPath} rel="prev">
              {say('version.earlier')}
            </a>
          </li>
        )}
        {translated && (
          <li>
            <a href={translated.originalPath}>{say('translated.then')}</a>
          </li>
        )}
        {laterPath && (
          <li>
            <a href={laterPath} rel="next">
              {say('version.later')}
            </a>
          </li>
        )}
      </ul>
    </aside>
  );
}
