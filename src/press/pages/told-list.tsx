import type { Child } from 'hono/jsx';
import { momentInWords } from '#i18n/dates.ts';
import type { Say } from '#i18n/messages.ts';
import { languageHere } from '#i18n/spoken.ts';
import type { Correction } from '#press/correction.ts';

type ToldListProps = {
  say: Say;
  told: readonly Correction[];
  zone: string;
  /** Whether the words stand there only once they are opened. */
  closed?: boolean;
  /** What can be done with one. */
  acts: (correction: Correction) => Child;
};

/** What strangers told of words that were printed wrongly: text, and no link to anywhere. */
export function ToldList({ say, told, zone, closed = false, acts }: ToldListProps) {
  return (
    <ul class="list">
      {told.map((one) => (
        <li class="item">
          <bdi class="what">{one.publication}</bdi>
          {one.url !== '' && (
            <span class="means">
              <bdi dir="ltr">{one.url}</bdi>
            </span>
          )}
          {closed ? (
            <details class="else">
              <summary>{say('corrections.open')}</summary>
              <Words one={one} zone={zone} />
            </details>
          ) : (
            <Words one={one} zone={zone} />
          )}
          {acts(one)}
        </li>
      ))}
    </ul>
  );
}

function Words({ one, zone }: { one: Correction; zone: string }) {
  return (
    <blockquote class="message" dir="auto">
      {one.printed}
      <footer>
        {momentInWords(one.toldAt ?? one.createdAt, languageHere(), zone || 'UTC')}
        {one.contact !== '' && (
          <>
            {' · '}
            <bdi>{one.contact}</bdi>
          </>
        )}
      </footer>
    </blockquote>
  );
}
