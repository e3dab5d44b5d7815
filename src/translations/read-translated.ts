import type { Fields } from '#http/fields.ts';
import { countIn, type FieldError, type Filled, line, refusalOf, words } from '#http/forms.ts';
import type { Typed } from '#translations/translate.ts';

const longestText = 2_000_000;
const longestLine = 2_000;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const name = line(100);

/** What a translator sent: their name as readers will see it, and what they typed. */
export type Sent = Typed & { translator: string };

/** Reads the sheet of a translation. What it does not know is let alone; `filled` says what is wrong, and where. */
export function readTranslated(fields: Fields): { sent: Sent; filled: Filled } {
  const texts: Record<string, string> = {};
  const fits = new Set<string>();
  const errors: Record<string, FieldError> = {};
  for (const [field, typed] of Object.entries(fields)) {
    if (/^fits-(?:text|around)-/.test(field)) fits.add(field.slice('fits-'.length));
    if (!/^(?:text-\d{1,7}|around-[\w-]{1,60})$/.test(field)) continue;
    const refusal = refusalOf(words(field.startsWith('text-') ? longestText : longestLine), typed);
    if (refusal) errors[field] = refusal;
    texts[field] = field === 'around-title' ? typed.replaceAll('\n', ' ') : typed;
  }
  const named = name.safeParse(fields['translator'] ?? '');
  const refusal = refusalOf(name, fields['translator'] ?? '');
  if (refusal) errors['translator'] = refusal;
  const { editor = '' } = fields;
  return {
    sent: {
      texts,
      fits,
      translator: named.success ? named.data : '',
      revision: countIn(fields['revision']),
      ofVersion: countIn(fields['of']),
      editor: uuid.test(editor) ? editor : crypto.randomUUID(),
    },
    filled: { values: fields, errors },
  };
}
