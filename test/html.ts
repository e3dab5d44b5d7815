/** A tag of our own pages, with its attributes decoded and, where it can hold nothing but text, that text. */
type Tag = { name: string; attributes: Record<string, string>; text: string; at: number };

/** A form as a browser would send it if its first button were pressed and nothing more typed. */
export type Form = { action: string; method: string; enctype: string; fields: Record<string, string> };

const opening = /<([a-z][a-z0-9-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>/g;
const attribute = /([^\s=>/]+)(?:="([^"]*)")?/g;
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Character references as the HTML standard reads them; our pages write only these. */
export function decoded(html: string): string {
  return html.replace(
    /&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (decimal) return String.fromCodePoint(Number(decimal));
      if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
      return named[name ?? ''] ?? whole;
    },
  );
}

/** The tags of a page in order. `textarea`, `option`, `title` and `p` bring their text. */
export function tagsIn(html: string): Tag[] {
  return [...html.matchAll(opening)].map((match) => {
    const [whole, name = '', written = ''] = match;
    const attributes = Object.fromEntries(
      [...written.matchAll(attribute)].map(([, key = '', value = '']) => [key, decoded(value)]),
    );
    const rest = html.slice(match.index + whole.length, end(html, match.index + whole.length, name));
    return { name, attributes, text: decoded(rest.replace(/<[^>]*>/g, '')), at: match.index };
  });
}

/** The forms of a page. A browser drops the first line break of a textarea and sends each as CRLF. */
export function formsIn(html: string): Form[] {
  return html
    .split('<form')
    .slice(1)
    .map((part) => {
      const own = `<form${part.slice(0, part.indexOf('</form>'))}`;
      const [form, ...inside] = tagsIn(own);
      const fields: Record<string, string> = {};
      let select = '';
      for (const { name, attributes, text } of inside) {
        const field = attributes['name'] ?? '';
        if (name === 'select') fields[(select = field)] = '';
        if (name === 'option' && 'selected' in attributes) fields[select] = attributes['value'] ?? text;
        if (name === 'textarea' && field) fields[field] = text.replace(/^\n/, '');
        if (name !== 'input' || !field || attributes['type'] === 'file') continue;
        const isTicked = attributes['type'] === 'checkbox' || attributes['type'] === 'radio';
        if (!isTicked || 'checked' in attributes)
          fields[field] = attributes['value'] ?? (isTicked ? 'on' : '');
      }
      const {
        action = '',
        method = 'get',
        enctype = 'application/x-www-form-urlencoded',
      } = form?.attributes ?? {};
      return { action, method, enctype, fields };
    });
}

/** The form of a page that is sent to `action`. Throws where there is none. */
export function formTo(html: string, action: string): Form {
  const form = formsIn(html).find((one) => one.action === action);
  if (!form)
    throw new Error(
      `No form to ${action} among ${formsIn(html)
        .map((one) => one.action)
        .join(', ')}`,
    );
  return form;
}

/** The sentence that stands beside a field because it was refused. */
export function errorAt(html: string, field: string): string | undefined {
  return tagsIn(html).find(({ name, attributes }) => name === 'p' && attributes['id'] === `${field}-error`)
    ?.text;
}

/** What a reader of the page could read of the element with this class: its text content, exactly. */
export function textOf(html: string, className: string): string | undefined {
  return tagsIn(html).find(({ attributes }) => attributes['class']?.split(' ').includes(className))?.text;
}

/** Where the element whose content begins at `from` ends: at its own closing tag, nested ones counted. */
function end(html: string, from: number, name: string): number {
  const tag = new RegExp(`<(/?)${name}(?=[\\s>/])`, 'g');
  tag.lastIndex = from;
  let open = 1;
  for (let found = tag.exec(html); found; found = tag.exec(html)) {
    open += found[1] ? -1 : 1;
    if (open === 0) return found.index;
  }
  return from;
}
