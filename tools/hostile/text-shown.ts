import { decoded } from '#test/html.ts';
import { pageOf } from '#test/answers.ts';
import { arrived, type Attack } from './attack.ts';
import { everywhere, type Shown } from './everywhere.ts';
import { dataIn, tagsOf, textsIn, wellFormed, withoutData } from './markup.ts';
import type { Trial } from './trial.ts';

const turning = [
  'Wren\u202egnp.exe',
  '\u2067Wren\u2066 and',
  'Wren\u2069\u202egnp\u2069',
  `W${'\u202e\u2067'.repeat(20)}ren`,
];

/** Right-to-left overrides and isolates that nobody closes: they may turn their own words, and nothing beside them. */
export const turnedGroup: Attack = async (trial, family) => {
  let found = 0;
  for (const typed of turning) {
    const { shown } = await everywhere(trial, family, typed);
    for (const one of shown) {
      const pieces = one.kind === 'html' ? textsIn(one.text) : one.kind === 'mail' ? [one.text] : [];
      for (const piece of pieces.filter((text) => /[\u202a-\u202e\u2066-\u2069]/.test(text))) {
        found++;
        trial.must(
          isClosed(piece, turning),
          `${one.where} is turned around: ${JSON.stringify(piece.slice(0, 80))}`,
        );
      }
      if (one.kind === 'json')
        trial.must(one.text.includes(JSON.stringify(typed).slice(1, -1)), 'a feed changed it');
    }
  }
  return arrived(found, 100, 'texts of pages and mails held them, and none was turned beyond them');
};

/** Whether nothing outside of what was typed is turned: nothing else stands there, or all of it is closed. */
function isClosed(text: string, typed: readonly string[]): boolean {
  const rest = typed.reduce((left, one) => left.replaceAll(one, ''), text);
  if (!/[\p{L}\p{N}]/u.test(rest)) return true;
  let isolates = 0;
  let embeddings = 0;
  for (const one of text.match(/[\u202a-\u202e\u2066-\u2069]/g) ?? []) {
    if (one === '\u2069') isolates--;
    else if (one >= '\u2066') isolates++;
    else if (isolates === 0) embeddings += one === '\u202c' ? -1 : 1;
  }
  return isolates === 0 && embeddings === 0;
}

const markup = [
  '<script>alert(1)</script>',
  '</title></textarea></style><script src=//evil.example>',
  '<xmp><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)> \' onfocus=alert(1) autofocus="',
  '--><!-- ]]><![CDATA[ <base href=//evil.example>',
  '&lt;script&gt; &#60;b&#62; &amp;amp; &nbsp; <meta http-equiv=refresh>',
];

/** Markup in names, titles, words, meta tags, feeds, subjects, file names and logs: it is text everywhere. */
export const markupGroup: Attack = async (trial, family) => {
  let found = 0;
  for (const typed of markup) {
    const { shown, letter, parent } = await everywhere(trial, family, typed);
    for (const one of shown) {
      found += countOf(one, typed);
      if (one.kind === 'html') plainHtml(trial, one);
      if (one.kind === 'xml')
        trial.must(wellFormed(one.text), `${one.where} is no well-formed XML with ${typed}`);
      if (one.kind === 'json') JSON.parse(one.text);
    }
    const files = [
      { field: 'photographs', name: typed.replaceAll('"', '%22'), bytes: Buffer.from('no picture') },
    ];
    const form = { form: crypto.randomUUID(), editor: '', revision: '1', 'place-new': '0' };
    const refused = await trial.attack(parent, { path: `${letter.path}/photographs`, form, files });
    trial.came(refused, [422], `a file of that name`);
    const page = { where: 'a refused file', kind: 'html' as const, text: pageOf(refused) };
    if (!page.text.startsWith('{')) plainHtml(trial, page);
  }
  return arrived(found, 150, 'places show it letter for letter, and none of them as markup');
};

/** How often a page says exactly what was typed. */
function countOf({ kind, text }: Shown, typed: string): number {
  const words =
    kind === 'json' ? text.replaceAll('\\"', '"') : kind === 'xml' ? decoded(decoded(text)) : decoded(text);
  return words.split(typed).length - 1;
}

/** The tags and attributes of a page are ours alone: no script but our own, nothing that runs, no other site. */
function plainHtml(trial: Trial, { where, text }: Shown): void {
  for (const json of dataIn(text)) {
    trial.must(!/[<>&]/.test(json), `${where} lets words out of what it tells machines`);
    trial.must(isJson(json), `${where} tells machines what they cannot read`);
  }
  for (const { name, attributes } of tagsOf(withoutData(text))) {
    // Our drawings are SVG; one of somebody else's would have to run something.
    trial.must(!['xmp', 'base', 'iframe', 'object', 'embed'].includes(name), `${where} has <${name}>`);
    if (name === 'script')
      trial.must(/^\/assets\/[\w-]+\.js$/.test(attributes.get('src') ?? ''), `${where} runs a script`);
    for (const [attribute, value] of attributes) {
      trial.must(!/^on|^http-equiv$|^srcdoc$/.test(attribute), `${where} has ${attribute}`);
      const leads = ['href', 'src', 'action', 'formaction', 'data'].includes(attribute);
      trial.must(!leads || ourOwn.test(value), `${where} leads to ${value}`);
    }
  }
}

const ourOwn = /^(?:\/(?![/\\])|[#?]|https:\/\/snowdrop\.example(?:[/?#]|$)|mailto:host@|data:image\/|$)/;

/** Templates of other programs, and of our own sentences. */
export const templatesGroup: Attack = async (trial, family) => {
  let found = 0;
  for (const typed of [
    '{{7777*8888}} ${7777*8888} #{7777*8888} <%= 7777*8888 %>',
    "{name} {0} %s %d {x, plural, other {#}} '{'",
    '{called} {kind, select, letter {L} other {O}} $& $1 \\u0041',
  ]) {
    const { shown } = await everywhere(trial, family, typed);
    for (const one of shown) {
      found += countOf(one, typed);
      trial.must(!one.text.includes('69121976'), `${one.where} calculates`);
    }
  }
  return arrived(found, 100, 'places show them letter for letter');
};

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
