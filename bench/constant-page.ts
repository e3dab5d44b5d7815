import { jsx } from 'hono/jsx';

const sentence = 'The gutter sang all day, and nobody said very much; it was not an unfriendly quiet. ';

/** A page of about 25 kB that never changes, rendered anew: work of the same kind, to compare with. */
export function renderConstantPage(): string {
  const paragraphs = Array.from({ length: 90 }, (_, at) =>
    jsx('p', { class: 'verse', id: `p${at}` }, jsx('span', { class: 'line' }, `${at} ${sentence.repeat(2)}`)),
  );
  return jsx('html', { lang: 'en' }, jsx('body', {}, jsx('main', {}, ...paragraphs))).toString() as string;
}
