import { languageHere } from '#i18n/spoken.ts';
import type { Child } from 'hono/jsx';
import type { Say } from '#i18n/messages.ts';
import { type KeptForm, keptToText } from '#people/kept-form.ts';
import type { Onward } from '#people/onward.ts';
import { CarriedFields, CarriedWords } from '#ui/carried-fields.tsx';
import { Document } from '#ui/document.tsx';
import { FormKey } from '#ui/fields.tsx';
import { valueInTurns } from '#ui/in-turns.ts';

/** One question on a page of its own. */
export function Sheet({ title, before, children }: { title: string; before?: Child; children?: Child }) {
  return (
    <Document title={title} language={languageHere()} head={<meta name="robots" content="noindex" />}>
      {before}
      <main class="start">{children}</main>
    </Document>
  );
}

/** A form that carries along where somebody was going, or what they had typed. */
export function OnwardForm({ action, to, kept, children }: Onward & { action: string; children?: Child }) {
  // Multipart: percent-encoding would make a long letter in Arabic six times as long.
  return (
    <form method="post" action={action} enctype={kept ? 'multipart/form-data' : undefined}>
      <FormKey />
      {to && <input type="hidden" name="to" value={to} />}
      {kept && <input type="hidden" name="kept" value={valueInTurns(keptToText(kept))} />}
      {children}
    </form>
  );
}

export function WhatWasTyped({ say, kept }: { say: Say; kept: KeptForm }) {
  return (
    <>
      {kept.files > 0 && <p class="hint">{say('sign-in.files', { count: kept.files })}</p>}
      <CarriedWords say={say} fields={kept.fields} />
    </>
  );
}

/** It is known again who is there: one button sends what had been typed to where it was going. */
export function BackPage({ say, kept, after }: { say: Say; kept: KeptForm; after: 'sign-in' | 'step-up' }) {
  const title = say(`${after}.back`);
  return (
    <Sheet title={title}>
      <form method="post" action={kept.path} enctype="multipart/form-data">
        <CarriedFields fields={kept.fields} />
        <h1>{title}</h1>
        <p>{say(`${after}.back-says`)}</p>
        <WhatWasTyped say={say} kept={kept} />
        <div class="row">
          <button class="act first">{say('sign-in.go-on')}</button>
        </div>
      </form>
    </Sheet>
  );
}
