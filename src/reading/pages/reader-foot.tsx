import { type Language, sitePath } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { feedPath } from '#memorials/paths.ts';
import type { Site } from '#schema/site.ts';
import { reportPath } from '#visitors/paths.ts';

type FootProps = {
  say: Say;
  site: Site;
  memorial: Memorial;
  language: Language;
  path: string;
  /** Whether it is for everybody: only that has feeds, and strangers who report it. */
  isPublic: boolean;
};

/** What stands at the end of every page that readers see; on paper, the address alone. */
export function ReaderFoot({ say, site, memorial, language, path, isPublic }: FootProps) {
  return (
    <>
      <p class="printed" dir="ltr">
        {decodeURI(`${site.url}${path}`)}
      </p>
      <footer>
        {isPublic && <a href={feedPath(memorial, language)}>{say('foot.feed')}</a>}
        <a href={sitePath('/about', language)}>{say('foot.about')}</a>
        {isPublic && (
          <a href={reportPath(memorial, path)} rel="nofollow">
            {say('foot.report')}
          </a>
        )}
      </footer>
    </>
  );
}
