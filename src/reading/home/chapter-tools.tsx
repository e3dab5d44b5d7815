import type { Say } from '#i18n/messages.ts';
import { storyOrderPath } from '#tributes/paths.ts';
import { titleOf } from '#tributes/title.ts';
import type { Published } from '#tributes/tribute.ts';
import { FormKey } from '#ui/fields.tsx';

type ChapterToolsProps = {
  say: Say;
  called: string;
  memorial: { id: string };
  chapter: Published;
  isFirst: boolean;
  isLast: boolean;
};

/** Where a chapter stands in the story, for those who keep the page. */
export function ChapterTools({ say, called, memorial, chapter, isFirst, isLast }: ChapterToolsProps) {
  if (isFirst && isLast) return null;
  const title = titleOf(say, chapter.kind, chapter.words, called);
  return (
    <form
      class="quiet story-order"
      method="post"
      action={storyOrderPath(memorial)}
      aria-label={say('story.moves', { title })}
    >
      <FormKey />
      <input type="hidden" name="chapter" value={chapter.id} />
      {!isFirst && (
        <button class="as-link" name="to" value="earlier">
          {say('story.earlier')}
        </button>
      )}
      {!isLast && (
        <button class="as-link" name="to" value="later">
          {say('story.later')}
        </button>
      )}
    </form>
  );
}
