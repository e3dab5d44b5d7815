import { directionOfWords } from './direction.ts';

/** Asks quietly, under the words, whether they are in the language that their letters look like. */
export class WrittenIn {
  readonly #text: HTMLTextAreaElement;
  readonly #title: HTMLElement | null;
  readonly #box: HTMLElement | null;
  readonly #select: HTMLSelectElement | null;
  readonly #button: HTMLButtonElement | null | undefined;
  #maybe = '';

  constructor(form: HTMLFormElement, text: HTMLTextAreaElement) {
    this.#text = text;
    this.#title = form.querySelector('[name=title]');
    this.#box = form.querySelector('.written-in');
    this.#select = form.querySelector('[name=language]');
    this.#button = this.#box?.querySelector('button');
    this.#button?.addEventListener('click', () => this.#isSo());
    this.ask();
  }

  /** After a change of the words or of their language. */
  ask(): void {
    const [box, select, button] = [this.#box, this.#select, this.#button];
    if (!box || !select || !button) return;
    const { own = '', rightToLeft = '' } = box.dataset;
    const runs = (tag: string) => (rightToLeft.split(' ').includes(tag) ? 'rtl' : 'ltr');
    const language = select.value;
    const direction = directionOfWords(runs(language), this.#text.value);
    this.#text.dir = direction;
    this.#text.lang = language;
    if (this.#title) this.#title.lang = language;
    this.#maybe =
      direction === runs(language) ? '' : runs(own) === direction ? own : this.#looksLike(direction);
    box.hidden = this.#maybe === '';
    button.hidden = box.hidden;
    if (box.hidden) return;
    // In sight from now on, as it is when the server asks.
    const field = select.closest('.field');
    if (field && box.nextElementSibling !== field) box.after(field);
    const line = box.querySelector('p');
    const name =
      new Intl.DisplayNames(document.documentElement.lang, { type: 'language' }).of(this.#maybe) ??
      this.#maybe;
    const sentence = (line?.dataset['asks'] ?? '').replace('…', name);
    if (line && line.textContent !== sentence) line.textContent = sentence;
  }

  #looksLike(direction: 'ltr' | 'rtl'): string {
    if (direction === 'ltr') return 'en';
    return /\p{Script=Hebrew}/u.test(this.#text.value.slice(0, 2_000)) ? 'he' : 'ar';
  }

  #isSo(): void {
    if (!this.#select) return;
    this.#select.value = this.#maybe;
    // The button is about to go.
    this.#select.focus();
    this.#select.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
