import { languageHere, sayHere } from '#i18n/spoken.ts';
import { memorialHomePath } from '#memorials/paths.ts';
import { familyGallery } from '#photographs/show.ts';
import { TributePage } from '#reading/pages/tribute-page.tsx';
import type { Site } from '#schema/site.ts';
import { withLaid } from '#tributes/covers/laid-covers.ts';
import { askedPicturesPath } from '#tributes/paths.ts';
import type { AsRead } from '#tributes/signing/signing-routes.tsx';

/** A tribute as its readers will have it, for somebody who was asked about it before it is theirs to see. */
export function asRead({ database }: Site): AsRead {
  return async (tribute, memorial, words) => {
    const placed = words.photographs.map(({ photographId }) => photographId);
    const gallery = await familyGallery(database.reader, placed, (id) => askedPicturesPath(tribute, id));
    return (
      <TributePage
        say={sayHere}
        language={languageHere()}
        memorial={memorial}
        kind={tribute.kind}
        words={await withLaid(database.reader, tribute.id, words)}
        gallery={gallery}
        backPath={memorialHomePath(memorial)}
      />
    );
  };
}
