import { languageHere } from '#i18n/spoken.ts';
import { apart } from '#i18n/apart.ts';
import { momentInWords } from '#i18n/dates.ts';
import type { Say } from '#i18n/messages.ts';
import { firstWords } from '#lib/beginning.ts';
import { keptUntil } from '#tributes/bin/bin.ts';
import type { Binned } from '#tributes/bin/binned.ts';
import { besideBinPath, besideErasurePath, binPath, erasurePath } from '#tributes/paths.ts';
import { readAsTitle } from '#tributes/title.ts';
import type { Draft } from '#tributes/tribute.ts';
import { Document } from '#ui/document.tsx';
import { FormKey } from '#ui/fields.tsx';

/** What a person threw away: each can be brought back until it goes, or erased now. */
export function BinPage({ say, binned }: { say: Say; binned: readonly Binned[] }) {
  return (
    <Document title={say('bin.title')} language={languageHere()}>
      <main class="home">
        <nav class="quiet back">
          <a href="/home">{say('home')}</a>
        </nav>
        <header>
          <h1>{say('bin.title')}</h1>
          <p>{say(binned.length === 0 ? 'bin.empty' : 'bin.holds')}</p>
        </header>
        {binned.length > 0 && (
          <ul class="list">
            {binned.map((one) => (
              <BinnedOne say={say} one={one} />
            ))}
          </ul>
        )}
      </main>
    </Document>
  );
}

function BinnedOne({ say, one }: { say: Say; one: Binned }) {
  const { what, draft, binnedAt } = one;
  const name = nameOf(say, draft);
  const { back, erasure } =
    what === 'tribute'
      ? { back: binPath({ id: draft.tributeId }), erasure: erasurePath({ id: draft.tributeId }) }
      : { back: besideBinPath(draft), erasure: besideErasurePath(draft) };
  return (
    <li class="item">
      <span class="what" {...readAsName(draft)}>
        {name}
      </span>
      <span class="means">
        {what === 'beside' && `${say('bin.beside')} `}
        {say('bin.until', { day: momentInWords(keptUntil(binnedAt), languageHere()) })}
      </span>
      <form class="acts start" method="post" action={`${back}?_method=delete`}>
        <FormKey />
        <button class="act">
          {say('bin.bring-back')}
          <span class="unseen">{`: ${apart(name)}`}</span>
        </button>
        <a class="act plain" href={erasure}>
          {say('bin.erase')}
          <span class="unseen">{`: ${apart(name)}`}</span>
        </a>
      </form>
    </li>
  );
}

/** A tribute among others, by its title or its first words. */
export function nameOf(say: Say, draft: Pick<Draft, 'title' | 'text' | 'photographs'>): string {
  return namingWords(draft) || say(draft.photographs.length > 0 ? 'bin.photographs' : 'home.empty-letter');
}

/** How that name is read. */
export const readAsName = (
  draft: Pick<Draft, 'title' | 'text' | 'language'>,
): ReturnType<typeof readAsTitle> => readAsTitle({ title: namingWords(draft), language: draft.language });

const namingWords = ({ title, text }: Pick<Draft, 'title' | 'text'>): string => title || firstWords(text, 60);
