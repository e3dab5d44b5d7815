/** What a form says, as JSON of its names and values: two forms with the same words are equal texts. */
export type Words = string;
type Entry = [name: string, value: string];

// The page's own, not its writer's.
const apart = new Set(['form', 'revision', 'editor', 'places', 'of']);

export function entriesOf(form: HTMLFormElement): Entry[] {
  return [...new FormData(form)].filter((entry): entry is Entry => typeof entry[1] === 'string');
}

export function wordsOf(form: HTMLFormElement): Words {
  return JSON.stringify(entriesOf(form).filter(([name]) => !apart.has(name)));
}

/** What the server put into a form, whatever the browser or its writer did to it since. */
export function wordsFromServer(form: HTMLFormElement): Words {
  const copy = form.cloneNode(true) as HTMLFormElement;
  copy.reset();
  return wordsOf(copy);
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const typed = 'textarea, select, input:not([type=hidden], [type=file])';

/** Puts words back into their fields. A field that the words do not name stays as it is. */
export function putWords(form: HTMLFormElement, words: Words): void {
  const values = new Map(JSON.parse(words) as Entry[]);
  for (const field of form.querySelectorAll<Field>(typed)) {
    const value = values.get(field.name);
    if (field.type === 'checkbox') (field as HTMLInputElement).checked = value !== undefined;
    else if (value !== undefined) putValue(field, value);
  }
}

function putValue(field: Field, value: string): void {
  field.value = value;
  // A place that is offered only once the text is back.
  if (field instanceof HTMLSelectElement && field.name.startsWith('after-') && field.value !== value) {
    field.add(new Option(value, value, false, true));
  }
}

export function fieldOf(form: HTMLFormElement, name: string): HTMLInputElement {
  return form.elements.namedItem(name) as HTMLInputElement;
}

/** An element with these properties. */
export function made<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
): HTMLElementTagNameMap[Tag] {
  return Object.assign(document.createElement(tag), properties);
}

/** Puts the server's sentences beside the fields they are about, as a page from the server has them. */
export function showErrors(form: HTMLFormElement, errors: Record<string, string>): void {
  clearErrors(form);
  for (const [name, sentence] of Object.entries(errors)) {
    const field =
      form.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`) ??
      form.querySelector(`[name^="${CSS.escape(name)}-"]`)?.closest('fieldset');
    if (!field) continue;
    const line = made('p', { className: 'wrong', id: `${name}-error`, textContent: sentence });
    if (field.matches('fieldset')) field.append(line);
    else field.after(line);
    field.ariaInvalid = 'true';
    describe(field, (by) => `${by} ${line.id}`);
    for (let at = field.closest('details'); at; at = at.parentElement?.closest('details') ?? null)
      at.open = true;
  }
}

export function clearErrors(form: HTMLFormElement): void {
  for (const line of form.querySelectorAll('.wrong')) line.remove();
  for (const field of form.querySelectorAll('[aria-invalid]')) {
    field.ariaInvalid = null;
    describe(field, (by) => by.replaceAll(/\S+-error\b/g, ''));
  }
}

function describe(field: Element, change: (by: string) => string): void {
  const by = change(field.getAttribute('aria-describedby') ?? '').trim();
  if (by === '') field.removeAttribute('aria-describedby');
  else field.setAttribute('aria-describedby', by);
}
