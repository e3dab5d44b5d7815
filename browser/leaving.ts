import { entriesOf } from './form-words.ts';
import { type Answer, sendWords } from './send-words.ts';

type On = {
  /** Whether something else must arrive first. */
  isBusy: () => boolean;
  /** Right before the words go ahead. */
  before: () => void;
  /** The server has the words; whether the form goes after them is decided already. */
  kept: (answer: Answer) => void;
  /** Nobody answered, or nobody who could. */
  stays: (error: string | undefined) => void;
};

/**
 * The way off the sheet by one of its buttons. The words go ahead of the form, by themselves: where nobody
 * answers, the browser's own page would take the sheet away.
 */
export class Leaving {
  readonly #form: HTMLFormElement;
  readonly #on: On;
  /** The button that was pressed. */
  #waiting: HTMLElement | null | undefined;
  #asks = false;
  #gone = false;

  constructor(form: HTMLFormElement, on: On) {
    this.#form = form;
    this.#on = on;
    form.addEventListener('submit', (event) => {
      if (this.#gone) return;
      event.preventDefault();
      this.#waiting = event.submitter;
      if (!on.isBusy()) void this.go();
    });
  }

  /** Whether the page is being left, or about to be. */
  get going(): boolean {
    return this.#asks || this.#gone;
  }

  /** Whether a button waits for an answer. */
  get waits(): boolean {
    return this.#waiting !== undefined && !this.going && !this.#on.isBusy();
  }

  /** Nobody is leaving any more. */
  stay(): void {
    this.#waiting = undefined;
    this.#gone = false;
  }

  async go(): Promise<void> {
    if (this.#waiting === undefined || this.going) return;
    this.#asks = true;
    this.#on.before();
    const { status, answer } = await sendWords(this.#form.action, entriesOf(this.#form));
    this.#asks = false;
    if (status === 0 || status >= 500) return this.#on.stays(answer.error);
    const waiting = this.#waiting;
    this.#gone = waiting !== undefined;
    this.#on.kept(answer);
    // A page that was refused, or asks to sign in, keeps the words too.
    if (waiting !== undefined) this.#form.requestSubmit(waiting);
  }
}
