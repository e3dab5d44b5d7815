import { directionOfWords } from '#tributes/direction.ts';
import type { Sheet } from '#tributes/writing/sheet.ts';
import { photographsFirst } from '#tributes/tribute.ts';
import { FieldError, TextArea } from '#ui/fields.tsx';

/** The blank page: a title, if one is wanted, and the words. */
export function TitleAndText({ say, called, kind, words, filled }: Sheet) {
  const refused = 'title' in filled.errors;
  return (
    <>
      <label for="title" class="unseen">
        {say('writing.letter-title')}
      </label>
      <input
        class="title"
        id="title"
        name="title"
        value={filled.values['title'] ?? words.title}
        placeholder={say('writing.letter-title-optional')}
        lang={words.language}
        dir="auto"
        autocomplete="off"
        aria-invalid={refused ? 'true' : undefined}
        aria-describedby={refused ? 'title-error' : undefined}
      />
      <FieldError name="title" say={say} filled={filled} />
      <TextArea
        name="text"
        class={photographsFirst.includes(kind) ? 'page few' : 'page'}
        label={say('writing.words', { called, kind })}
        placeholder={say('writing.words', { called, kind })}
        quietLabel
        say={say}
        filled={filled}
        value={words.text}
        rows={photographsFirst.includes(kind) ? 4 : 14}
        language={words.language}
        direction={directionOfWords(words.language, filled.values['text'] ?? words.text)}
      />
    </>
  );
}
