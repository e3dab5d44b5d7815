import { apart } from '#i18n/apart.ts';
import { sizeInWords } from '#i18n/sizes.ts';
import { isSeen } from '#lib/seen.ts';
import { Own, Part, type PressPageProps } from '#reading/press/press-part.tsx';
import { coverOver } from '#tributes/covers/cover.ts';
import { Covered } from '#tributes/covers/covered.tsx';
import { Figure } from '#tributes/figure.tsx';
import { tributeBeneath } from '#tributes/paths.ts';
import { readAsTitle, titleOf } from '#tributes/title.ts';
import { fullPicturePath } from '#press/paths.ts';
import type { Released } from '#press/releases.ts';

/** The photographs that may be printed, each with its terms and the way to it in full size. */
export function PressPhotographs(props: PressPageProps) {
  const { say, released } = props;
  if (released.length === 0) return null;
  return (
    <Part heading={say('press.photographs-heading')}>
      {released.map((one) => (
        <Photograph {...props} one={one} />
      ))}
    </Part>
  );
}

function Photograph(props: PressPageProps & { one: Released }) {
  const { say, language, called, childPath, press, shownIn, gallery, one } = props;
  const piece = shownIn.find(({ id }) => id === one.use.tributeId);
  const placed = piece?.words.photographs.find(({ photographId }) => photographId === one.use.photographId);
  if (!piece || !placed) return null;
  const { words } = piece;
  const title = titleOf(say, piece.kind, words, called);
  const { width, height, bytes } = one.picture;
  const terms = isSeen(one.terms) ? one.terms : press.terms;
  return (
    <div class="stack released">
      <Covered say={say} cover={coverOver(words)} opens="photograph">
        <Figure say={say} placed={placed} gallery={gallery} words={words} />
      </Covered>
      {isSeen(terms) && <Own press={press} page={language} words={terms} />}
      <p class="quiet">
        <a href={tributeBeneath(childPath, piece)}>
          <bdi {...readAsTitle(words)}>{title}</bdi>
        </a>
      </p>
      <div class="acts start">
        <a class="act" href={fullPicturePath(one.use.address)} download>
          {say('press.download')}
          {/* Not by what it shows: that stands beneath its cover. */}
          <span class="unseen">{`: ${apart(title)}`}</span>
        </a>
        <span class="quiet">{say('press.size', { width, height, size: sizeInWords(bytes, language) })}</span>
      </div>
    </div>
  );
}
