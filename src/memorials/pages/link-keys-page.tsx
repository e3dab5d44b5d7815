import { languageHere } from '#i18n/spoken.ts';
import { isWider } from '#audiences/audience.ts';
import { stepOf } from '#audiences/step-of.ts';
import { type LinkKey, stillOpens } from '#families/link-key.ts';
import { keyPath } from '#families/paths.ts';
import type { Filled } from '#http/forms.ts';
import { momentInWords } from '#i18n/dates.ts';
import type { Say } from '#i18n/messages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { lifetimeNames } from '#memorials/lifetimes.ts';
import { linkKeyPath, linkKeysPath, memorialHomePath, openingPath } from '#memorials/paths.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { CopyAddress } from '#ui/copy-address.tsx';
import { Document } from '#ui/document.tsx';
import { Choice, FormKey, TextField } from '#ui/fields.tsx';

type LinkKeysPageProps = {
  say: Say;
  memorial: Memorial;
  keys: readonly LinkKey[];
  now: string;
  /** The one that was made just now: it is shown this once. */
  made: { name: string; key: string; link: string } | undefined;
  siteUrl: string;
  filled: Filled;
};

/** The keys that were handed out, those that open no more apart, and making one. */
export function LinkKeysPage(props: LinkKeysPageProps) {
  const { say, memorial, keys, now, made, siteUrl, filled } = props;
  const called = calledIn(memorial, languageHere());
  const opening = keys.filter((key) => stillOpens(key, now));
  const over = keys.filter((key) => !stillOpens(key, now));
  const day = (instant: string): string => momentInWords(instant, languageHere(), memorial.zone || 'UTC');
  return (
    <Document title={say('keys.title')} language={languageHere()} palette={memorial.palette}>
      <main class="home">
        <nav class="quiet back">
          <a href={memorialHomePath(memorial)}>{called}</a>
        </nav>
        <header>
          <h1>{say('keys.title')}</h1>
        </header>
        <p>{say('keys.says', { called })}</p>
        {isWider('link', stepOf(memorial)) && (
          <div class="notice">
            <p>{say('keys.page-narrower', { called })}</p>
            <p>
              <a href={openingPath(memorial)}>{say('withdrawn.close')}</a>
            </p>
          </div>
        )}
        {made && <Made say={say} made={made} siteUrl={siteUrl} />}
        {opening.length > 0 && (
          <section class="part">
            <ul class="list">
              {opening.map((key) => (
                <li class="item">
                  <span class="what" dir="auto">
                    {key.name}
                  </span>
                  <span class="means">
                    {key.endsAt === undefined
                      ? say('keys.since', { day: day(key.createdAt) })
                      : say('keys.until', { day: day(key.endsAt) })}
                  </span>
                  <form class="acts" method="post" action={`${linkKeyPath(memorial, key)}?_method=delete`}>
                    <FormKey />
                    <button class="act plain">{say('keys.take-back')}</button>
                  </form>
                </li>
              ))}
            </ul>
          </section>
        )}
        <form class="stack" method="post" action={linkKeysPath(memorial)}>
          <FormKey />
          <h2>{say('keys.make-title')}</h2>
          <TextField
            name="name"
            label={say('keys.name')}
            hint={say('keys.name-hint')}
            say={say}
            filled={filled}
          />
          <Choice
            name="lasts"
            legend={say('keys.how-long')}
            options={lifetimeNames.map((value) => ({
              value,
              label: say(`keys.lasts-${value}`),
            }))}
            say={say}
            filled={filled}
            value="open"
          />
          <div class="acts">
            <button class="act">{say('keys.make')}</button>
          </div>
        </form>
        {over.length > 0 && (
          <section class="part">
            <h2>{say('keys.over')}</h2>
            <ul class="list">
              {over.map((key) => (
                <li class="item">
                  <span class="what" dir="auto">
                    {key.name}
                  </span>
                  <span class="means">
                    {key.revokedAt === undefined
                      ? say('keys.ended', { day: day(key.endsAt ?? now) })
                      : say('keys.taken-back', { day: day(key.revokedAt) })}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </main>
    </Document>
  );
}

/** A key is kept nowhere: whoever made it copies it now, or makes another one later. */
function Made({ say, made, siteUrl }: { say: Say; made: { key: string; link: string }; siteUrl: string }) {
  return (
    <div class="notice stack" role="status">
      <p>{say('keys.made')}</p>
      <CopyAddress say={say} url={made.link} label={say('keys.link')} />
      <p>{say('keys.spoken', { address: `${siteUrl}${keyPath}` })}</p>
      <p class="spoken-key" dir="ltr">
        {made.key}
      </p>
      <p class="hint">{say('keys.once')}</p>
    </div>
  );
}
