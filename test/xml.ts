import { decoded } from '#test/html.ts';

/** Reads XML 1.0 strictly, as far as our feeds and sitemaps use it. Answers the text of each element by its path. Throws where it is not well-formed. */
export function readXml(xml: string): [path: string, text: string][] {
  // eslint-disable-next-line no-control-regex -- these are the very characters that XML cannot hold
  if (/[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.test(xml))
    throw new Error('A character that XML cannot hold');
  const token =
    /<\?xml[^?]*\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([a-z:]+)((?:\s+[a-z:]+="[^"<&]*(?:&(?:amp|lt|gt|quot);[^"<&]*)*")*)\s*(\/?)>|([^<]+)/gy;
  const [found, open]: [[string, string][], string[]] = [[], []];
  let at = 0;
  for (let match = token.exec(xml); match; at = token.lastIndex, match = token.exec(xml)) {
    const [, data, closes, name, , empty, text] = match;
    if (name && closes && open.pop() !== name) throw new Error(`</${name}> closes nothing`);
    if (name && !closes && !empty) open.push(name);
    if (text !== undefined && /&(?!(?:amp|lt|gt|quot|apos|#\d+);)|\]\]>/.test(text))
      throw new Error(`Not escaped: ${text}`);
    const said = data ?? (text === undefined ? undefined : decoded(text));
    if (said?.trim() !== undefined && said.trim() !== '') found.push([open.join('/'), said]);
  }
  if (at !== xml.length || open.length > 0) throw new Error(`Not well-formed at ${xml.slice(at, at + 60)}`);
  return found;
}
