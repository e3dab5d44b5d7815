import { clearErrors, showErrors, type Words, wordsOf } from './form-words.ts';

/** What the server refused, said beside the fields as soon as nobody is typing there. */
export class Refusals {
  readonly #form: HTMLFormElement;
  #words: Words | undefined;
  #unsaid: Record<string, string> | undefined;

  constructor(form: HTMLFormElement) {
    this.#form = form;
  }

  /** Whether these very words were refused: sent again they would be refused again. */
  concern(words: Words): boolean {
    return words === this.#words;
  }

  keep(words: Words, errors: Record<string, string>): void {
    this.#words = words;
    this.#unsaid = errors;
    this.say();
  }

  /**
   * A date that is typed in three fields is not refused after the first: not before one has left them. What
   * was refused of words that changed since is not said: the next save tells.
   */
  say(): void {
    if (!this.#unsaid || wordsOf(this.#form) !== this.#words) return;
    const isTyped = this.#form.querySelector('fieldset:focus-within [name^="memory-"]') !== null;
    if ('memory' in this.#unsaid && isTyped) return;
    showErrors(this.#form, this.#unsaid);
    this.#unsaid = undefined;
  }

  forget(): void {
    this.#words = undefined;
    this.#unsaid = undefined;
    clearErrors(this.#form);
  }
}
