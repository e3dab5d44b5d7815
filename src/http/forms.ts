import { z } from 'zod';
import { unkeepableLine } from '#lib/exact-text.ts';
import { isSeen } from '#lib/seen.ts';
import type { MessageValues } from '#i18n/messages.ts';

/** Why a field is refused: a key of `locales/` and what goes into the sentence. */
export type FieldError = { key: string; values?: MessageValues };
/** A form as it stands on a page: what was typed, and what is wrong with it, by field. */
export type Filled = {
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, FieldError>>;
};
export const untouched: Filled = { values: {}, errors: {} };

/** A form with a sentence of `locales/` beside one field, and what was typed, where it is shown again. */
export function refusedAt(field: string, key: string, values: Filled['values'] = {}): Filled {
  return { values, errors: { [field]: { key } } };
}

/**
 * Reads typed fields by a zod schema whose messages are keys of `locales/`; a message may carry values
 * behind a `?` (`error.too-long?most=200`).
 */
export function readForm<T extends z.ZodType>(
  schema: T,
  values: Record<string, string>,
): { ok: true; form: z.output<T>; filled: Filled } | { ok: false; filled: Filled } {
  const parsed = schema.safeParse(values);
  if (parsed.success) return { ok: true, form: parsed.data, filled: { values, errors: {} } };
  const errors: Record<string, FieldError> = {};
  for (const issue of parsed.error.issues) errors[String(issue.path[0] ?? '')] ??= fieldError(issue.message);
  return { ok: false, filled: { values, errors } };
}

/** Why a single field is refused by a schema, if it is. */
export function refusalOf(schema: z.ZodType, typed: string): FieldError | undefined {
  const issue = schema.safeParse(typed).error?.issues[0];
  return issue && fieldError(issue.message);
}

function fieldError(message: string): FieldError {
  const [key = '', query] = message.split('?');
  // What the form did not offer: zod's own sentence is none of ours.
  if (!key.startsWith('error.')) return { key: 'error.choice' };
  return query === undefined ? { key } : { key, values: Object.fromEntries(new URLSearchParams(query)) };
}

/** Free text of at most `most` characters, kept exactly; NUL and lone surrogates are refused by line. */
export function words(most: number) {
  return z.string({ error: 'error.missing' }).superRefine((text, context) => {
    const at = unkeepableLine(text);
    if (at !== undefined) context.addIssue({ code: 'custom', message: `error.unkeepable?line=${at}` });
    else if (text.length > most) context.addIssue({ code: 'custom', message: `error.too-long?most=${most}` });
  });
}

/** One line of at most `most` characters, without white space around it; empty when nobody could see it. */
export function line(most: number) {
  return words(most).transform((text) => (isSeen(text) ? text.replace(/\s+/g, ' ').trim() : ''));
}

/** The same where something must stand. */
export function filledLine(most: number) {
  return line(most).refine((text) => text !== '', 'error.missing');
}

/** A count that a page carries along; anything else than a whole number in reach of both databases is -1. */
export function countIn(typed: string | undefined): number {
  return /^\d{1,9}$/.test(typed ?? '') ? Number(typed) : -1;
}

/** A switch: a checkbox is sent or it is not. */
export const ticked = z
  .string()
  .optional()
  .transform((value) => value !== undefined && value !== '');

const plainAddress =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/;
const lowerLine = line(254).transform((text) => text.toLowerCase());

/** A mail address: one plain addr-spec (RFC 5321), nothing that a mailer could read as two. */
export const emailAddress = lowerLine.pipe(z.string().regex(plainAddress, 'error.email'));

/** The same, or nothing at all. No union: that would not say what is wrong with an address. */
export const optionalEmail = lowerLine
  .pipe(z.string().refine((text) => text === '' || plainAddress.test(text), 'error.email'))
  .transform((text) => text || undefined);

/**
 * The address of a page elsewhere (http or https, without a name or password in it), or nothing at all. What
 * is kept is as the URL Standard writes it: letters that look like others are told apart there.
 */
export const optionalWebAddress = line(2000)
  .pipe(z.string().refine((text) => text === '' || webAddress(text) !== undefined, 'error.web-address'))
  .transform((text) => webAddress(text) ?? '');

function webAddress(text: string): string | undefined {
  const url = /^https?:\/\//i.test(text) ? URL.parse(text) : null;
  const plain = url && url.username === '' && url.password === '' && url.hostname.includes('.');
  return plain ? url.href : undefined;
}
