import { namePlaces, placeAt, placeMoved } from './places.ts';
import { type Photograph, type Taken, Uploads } from './uploads.ts';

type Sheet = {
  form: HTMLFormElement;
  text: HTMLTextAreaElement;
  /** Sentences and addresses, as the page gives them. */
  told: DOMStringMap;
  /** Which page sends, and from which save. */
  fields: () => Record<string, string>;
  /** A photograph stands in the form now; `asSent` says whether it stands where the server put it. */
  taken: (taken: Taken, add: () => void, asSent: boolean) => void;
  /** More were chosen, and are about to go. */
  chosen: () => void;
  rest: (allArrived: boolean) => void;
};

/** The photographs of a letter: sent as they are chosen, and standing between its paragraphs while it grows. */
export class PlacedPhotographs {
  readonly #sheet: Sheet;
  readonly #uploads: Uploads;
  /** The text that the places belong to. */
  #text: string;
  /** Where the caret was last; nobody has written yet without it. */
  #caret: number | undefined;

  constructor(sheet: Sheet) {
    const { form, text, told } = sheet;
    this.#sheet = sheet;
    this.#text = text.value;
    const { photographs: path = '', uploading = '', lost = '', stop = '', again = '' } = told;
    const { signedOut = '', signIn = '' } = told;
    const input = form.querySelector<HTMLInputElement>('input[type=file]');
    this.#uploads = new Uploads(
      { path, fields: sheet.fields },
      { uploading, lost, stop, again, signedOut, signIn },
      {
        row: (row) => input?.parentElement?.before(row),
        taken: (taken, { sent, now }) =>
          sheet.taken(taken, () => this.#add(taken.photograph, now), sent === now),
        rest: sheet.rest,
      },
    );
    // The form's own submit, too, then names the places as they are and not as the page once showed them.
    form.append(
      Object.assign(document.createElement('input'), { type: 'hidden', name: 'places', value: 'now' }),
    );
    if (input) this.#takesChosen(input);
    this.#takesDropped();
    // Of many places, those around the chosen one are offered.
    form.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLSelectElement && target.name.startsWith('after-')) this.name();
    });
    // The caret stays known while a button or the device's own sheet has the focus.
    document.addEventListener('selectionchange', () => {
      if (document.activeElement === text) this.#caret = text.selectionStart;
    });
    this.name();
  }

  /** Whether leaving the page now would lose one. */
  get pending(): boolean {
    return this.#uploads.pending;
  }

  get going(): boolean {
    return this.#uploads.going;
  }

  /** After each change of the text: every photograph stays behind the words it was behind. */
  follow(): void {
    const { value } = this.#sheet.text;
    const moved = this.#places().map(
      (place) => [place, placeMoved(Number(place.value), this.#text, value)] as const,
    );
    this.#uploads.follow(this.#text, value);
    this.#name(moved);
  }

  /** Names the places by the text as it stands, moving nothing. */
  name(): void {
    this.#name(this.#places().map((place) => [place, Number(place.value)]));
  }

  #name(places: readonly (readonly [HTMLSelectElement, number])[]): void {
    const { first = '', after = '' } = this.#sheet.told;
    this.#text = this.#sheet.text.value;
    namePlaces(places, this.#text, first, after);
  }

  #takesChosen(input: HTMLInputElement): void {
    input.addEventListener('change', () => {
      this.#send([...(input.files ?? [])]);
      input.value = '';
    });
  }

  #takesDropped(): void {
    const { form } = this.#sheet;
    form.addEventListener('dragover', (event) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    });
    const take = (event: Event, files: FileList | undefined): void => {
      if (!files?.length) return;
      event.preventDefault();
      this.#send([...files]);
    };
    form.addEventListener('drop', (event) => take(event, event.dataTransfer?.files));
    form.addEventListener('paste', (event) => take(event, event.clipboardData?.files));
  }

  #send(files: File[]): void {
    const { value } = this.#sheet.text;
    // In an album they stand before the words: there is nothing to choose in its rows.
    const isBetween = this.#sheet.form.querySelector('template')?.content.querySelector('select');
    this.#uploads.add(files, isBetween ? placeAt(value, this.#caret ?? value.length) : 0);
    this.#sheet.chosen();
  }

  /** The page holds one empty row; a photograph's id takes the place of the word “new” in it. */
  #add({ id, src, width, height }: Photograph, after: number): void {
    const template = this.#sheet.form.querySelector('template');
    if (!template) return;
    const row = template.content.cloneNode(true) as DocumentFragment;
    for (const element of row.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        if (/(?:^|-)new(?:-|$)/.test(value)) element.setAttribute(name, value.replace('new', id));
      }
    }
    const picture = row.querySelector('img');
    if (picture) Object.assign(picture, { src, width, height });
    const place = row.querySelector('select');
    template.before(row);
    if (place) this.#name([[place, after]]);
  }

  #places(): HTMLSelectElement[] {
    return [...this.#sheet.form.querySelectorAll<HTMLSelectElement>('select[name^="after-"]')];
  }
}
