import { directionOf } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import type { Gallery } from '#photographs/show.ts';
import { Album } from '#tributes/album.tsx';
import { coverOver } from '#tributes/covers/cover.ts';
import { Covered } from '#tributes/covers/covered.tsx';
import { directionOfWords } from '#tributes/direction.ts';
import { signedBy } from '#tributes/signing/signature.ts';
import { languageOfNames, type TributeKind, type Words } from '#tributes/tribute.ts';
import { LetterWords } from '#tributes/words.tsx';

type BodyProps = {
  say: Say;
  kind: TributeKind;
  words: Words;
  gallery: Gallery;
  first?: boolean;
  /** Where only the beginning stands, nobody has signed yet. */
  signs?: boolean;
};

/** What a tribute shows beneath its title: its photographs and words and who signs, or the cover over them. */
export function TributeBody({ say, kind, words, gallery, first = false, signs = true }: BodyProps) {
  const named = languageOfNames(words);
  const signed = signs ? signedBy(words.signed, named) : '';
  const cover = coverOver(words);
  const shown = { say, gallery, first: first && !cover };
  return (
    <Covered say={say} cover={cover} opens="tribute">
      {kind === 'photograph' ? (
        <>
          <Album {...shown} words={words} />
          {words.text !== '' && <LetterWords {...shown} words={{ ...words, photographs: [] }} />}
        </>
      ) : (
        <LetterWords {...shown} words={words} />
      )}
      {signed !== '' && (
        <p
          class="signed"
          {...inLanguage(named)}
          {...(words.translated && { dir: directionOfWords(words.language, words.text) })}
        >
          {words.translated ? <bdi>{signed}</bdi> : signed}
        </p>
      )}
    </Covered>
  );
}

const inLanguage = (language: string) => ({ lang: language, dir: directionOf(language) });
