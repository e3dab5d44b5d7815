import { apart } from '#i18n/apart.ts';
import type { Say } from '#i18n/messages.ts';
import { storyBeside } from '#tributes/paths.ts';
import type { LeadsTo } from '#reading/read-tribute.ts';
import type { Pointed } from '#tributes/pointers.ts';
import { titleOf } from '#tributes/title.ts';
import type { Headed } from '#tributes/headed.ts';

type BelongsProps = LeadsTo & {
  say: Say;
  called: string;
  pathOf: (tribute: { address: string }) => string;
  tribute: { address: string };
};

/** Quiet ways from a tribute to the memories that it belongs to, and through the story. */
export function Belongs({ say, called, pathOf, tribute, pointed, around }: BelongsProps) {
  return (
    <>
      {pointed.length > 0 && (
        <nav class="quiet belongs" aria-label={say('pointer.label')}>
          <ul>
            {pointed.map((pointer) => (
              <li>
                <a href={pathOf(pointer.other)} dir="auto">
                  {pointerInWords(say, pointer, called)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {around && (
        <nav class="quiet story-ways" aria-label={say('story.around')}>
          {around.before && <Chapter say={say} what="before" chapter={around.before} pathOf={pathOf} />}
          <a href={storyBeside(pathOf(tribute))}>{say('story.whole')}</a>
          {around.next && <Chapter say={say} what="next" chapter={around.next} pathOf={pathOf} />}
        </nav>
      )}
    </>
  );
}

function Chapter({
  say,
  what,
  chapter,
  pathOf,
}: {
  say: Say;
  what: 'before' | 'next';
  chapter: Headed;
  pathOf: BelongsProps['pathOf'];
}) {
  const name = say(`story.${what}`);
  return (
    <a href={pathOf(chapter)} rel={what === 'before' ? 'prev' : 'next'}>
      {chapter.title === '' ? name : say('story.called', { what: name, title: apart(chapter.title) })}
    </a>
  );
}

/** The writer's words where the pointer begins; at its other end, what points there and what it says. */
function pointerInWords(say: Say, { other, words, leads }: Pointed, called: string): string {
  const title = apart(titleOf(say, other.kind, other, called));
  if (leads === 'there') return words || say('pointer.there', { title });
  return words === ''
    ? say('pointer.here', { title })
    : say('pointer.here-words', { title, words: apart(words) });
}
