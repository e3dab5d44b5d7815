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

/** Puts words back into their fields. A field that the words do not name stays as it is. */
export function putWords(form: HTMLFormElement, words: Words): void {
  const values = new Map(JSON.parse(words) as Entry[]);
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.type === 'checkbox')
      field.checked = values.has(field.name);
    else if (isTyped(field)) putValue(field, values.get(field.name) ?? field.value);
  }
}

function putValue(field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, value: string): void {
  field.value = value;
  // A place that is offered only once the text is back.
  if (field instanceof HTMLSelectElement && field.name.startsWith('after-') && field.value !== value) {
    field.add(new Option(value, value, false, true));
  }
}

export function fieldOf(form: HTMLFormElement, name: string): HTMLInputElement {
  return form.elements.namedItem(name) as HTMLInputElement;
}

/** Something to say over the form. */
export function noticeOf(sentence: string): HTMLElement {
  const notice = document.createElement('div');
  notice.className = 'notice';
  notice.role = 'status';
  notice.append(Object.assign(document.createElement('p'), { textContent: sentence }));
  return notice;
}

/** Puts the server's sentences beside the fields they are about, as a page from the server has them. */
export function showErrors(form: HTMLFormElement, errors: Record<string, string>): void {
  clearErrors(form);
  for (const [name, sentence] of Object.entries(errors)) {
    const field =
      form.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`) ??
      form.querySelector(`[name^="${CSS.escape(name)}-"]`)?.closest('fieldset');
    if (!field) continue;
    const line = document.createElement('p');
    line.className = 'wrong';
    line.id = `${name}-error`;
    line.textContent = sentence;
    if (field.matches('fieldset')) field.append(line);
    else field.after(line);
    field.setAttribute('aria-invalid', 'true');
    describe(field, [...describedBy(field), line.id]);
    for (let at = field.closest('details'); at; at = at.parentElement?.closest('details') ?? null)
      at.open = true;
  }
}

export function clearErrors(form: HTMLFormElement): void {
  for (const line of form.querySelectorAll('.wrong')) line.remove();
  for (const field of form.querySelectorAll('[aria-invalid]')) {
    field.removeAttribute('aria-invalid');
    describe(
      field,
      describedBy(field).filter((id) => !id.endsWith('-error')),
    );
  }
}

function describedBy(field: Element): string[] {
  return (field.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id !== '');
}

function describe(field: Element, ids: string[]): void {
  if (ids.length > 0) field.setAttribute('aria-describedby', ids.join(' '));
  else field.removeAttribute('aria-describedby');
}

function isTyped(field: Element): field is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  if (field instanceof HTMLInputElement) return field.type !== 'hidden' && field.type !== 'file';
  return field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement;
}
