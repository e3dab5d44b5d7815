import { eld } from 'eld/extrasmall';

/** Fewer letters than this are too few to tell. */
const fewestLetters = 20;

/**
 * Which language a text is in (BCP 47), where that can be told; of a long one, by its beginning. Its
 * smallest tables are as right as the larger ones on all of test/quotations/, and take 100 MB less; even so, only
 * the process that checks quotations loads this file.
 */
export function detectLanguage(text: string): string | undefined {
  const beginning = text.slice(0, 2000);
  if ((beginning.match(/\p{L}/gu)?.length ?? 0) < fewestLetters) return undefined;
  const found = eld.detect(beginning);
  return found.language !== '' && found.isReliable() ? found.language : undefined;
}
