import { decoded } from '#test/html.ts';

const isolating = /^(?:bdi|textarea|input|option|title)$/;
const blocks =
  /^(?:p|h[1-6]|li|div|section|article|header|footer|nav|main|form|fieldset|legend|label|button|summary|details|dt|dd|figcaption|body|head|td|th|ul)$/;
const empty = /^(?:meta|link|input|img|br|hr|source)$/;

const data = /<script type="application\/ld\+json">(.*?)<\/script>/gs;

/** What a page tells machines (JSON-LD), a block each. A browser neither shows nor runs it. */
export function dataIn(html: string): string[] {
  return [...html.matchAll(data)].map(([, json = '']) => json);
}

/** A page without that. */
export function withoutData(html: string): string {
  return html.replaceAll(data, '');
}

type Open = { name: string; isApart: boolean; text: string };

/**
 * The texts of a page as the bidirectional algorithm meets them: each block's whole text, without what is set
 * apart in it (`bdi`, `dir`), which comes as a text of its own; and the attributes that are read out.
 */
export function textsIn(html: string): string[] {
  const texts: string[] = [];
  const open: Open[] = [{ name: 'body', isApart: true, text: '' }];
  for (const [whole, tag = '', attributes = ''] of withoutData(html).matchAll(
    /<(\/?[a-z][a-z0-9-]*|!doctype)((?:\s[^>]*?)?)\/?>|[^<]+/gi,
  )) {
    if (tag === '') open.at(-1)!.text += decoded(whole);
    else if (tag.startsWith('/')) close(open, tag.slice(1), texts);
    else {
      for (const [, name = '', value = ''] of attributes.matchAll(
        /\s(aria-label|title|content|alt|placeholder)="([^"]*)"/g,
      ))
        if (name !== '') texts.push(decoded(value));
      if (!empty.test(tag) && !whole.endsWith('/>') && tag !== '!doctype')
        open.push({
          name: tag,
          isApart: isolating.test(tag) || blocks.test(tag) || /\sdir=/.test(attributes),
          text: '',
        });
    }
  }
  while (open.length > 0) texts.push(open.pop()!.text);
  return texts.filter((text) => text.trim() !== '');
}

function close(open: Open[], name: string, texts: string[]): void {
  const at = open.findLastIndex((one) => one.name === name);
  if (at < 1) return;
  for (const { isApart, text } of open.splice(at)) {
    if (isApart) texts.push(text);
    else open.at(-1)!.text += text;
  }
}

/** The tags of a page with their attributes, decoded. */
export function tagsOf(html: string): { name: string; attributes: Map<string, string> }[] {
  return [...html.matchAll(/<([a-z][a-z0-9-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>/gi)].map(
    ([, name = '', written = '']) => ({
      name: name.toLowerCase(),
      attributes: new Map(
        [...written.matchAll(/([^\s=>/]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [
          key.toLowerCase(),
          decoded(value),
        ]),
      ),
    }),
  );
}

/** Whether XML is well-formed, as far as a feed needs it: one root, every tag closed in its place, no stray sign. */
export function wellFormed(xml: string): boolean {
  const open: string[] = [];
  let roots = 0;
  const body = xml.replace(/^<\?xml[^>]*\?>\s*/, '');
  // eslint-disable-next-line no-control-regex -- these are the very characters that XML cannot hold
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(body)) return false;
  for (const [whole, end, name = '', , alone] of body.matchAll(
    /<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|[^<]+|</g,
  )) {
    if (whole === '<') return false;
    if (name === '') {
      if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)|\]\]>/i.test(whole)) return false;
      if (open.length === 0 && whole.trim() !== '') return false;
    } else if (end) {
      if (open.pop() !== name) return false;
    } else if (!alone) {
      if (open.length === 0) roots++;
      open.push(name);
    }
  }
  return open.length === 0 && roots === 1;
}
