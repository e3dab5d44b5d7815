import { entriesOf, type Words, wordsOf } from './form-words.ts';
import { type Answer, sendWords } from './send-words.ts';

export const afterTyping = 1000;
const slow = 1500;
const longestPause = 30_000;

type On = {
  /** It is time to send. */
  due: () => void;
  /** An answer takes long. */
  slow: () => void;
};

/** When and how a form is sent as it stands: one save at a time, and again where nobody answered, later each time. */
export class Saving {
  readonly #form: HTMLFormElement;
  readonly #on: On;
  #sending: { words: Words; stop: AbortController } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pause = afterTyping;

  constructor(form: HTMLFormElement, on: On) {
    this.#form = form;
    this.#on = on;
  }

  /**
   * Answers nothing where another save is on its way, or took the place of this one: newer words do so while
   * the page is being left.
   */
  async send(leaving: boolean): Promise<{ status: number; answer: Answer } | undefined> {
    const words = wordsOf(this.#form);
    if (this.#sending && (!leaving || this.#sending.words === words)) return undefined;
    this.stop();
    const sending = { words, stop: new AbortController() };
    this.#sending = sending;
    const patience = setTimeout(this.#on.slow, slow);
    const heard = await sendWords(this.#form.action, entriesOf(this.#form), sending.stop);
    clearTimeout(patience);
    if (this.#sending !== sending) return undefined;
    this.#sending = undefined;
    return heard;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#sending?.stop.abort();
    this.#sending = undefined;
  }

  /** Once nobody has typed for a moment. */
  soon(): void {
    this.#in(afterTyping);
  }

  later(): void {
    this.#in(this.#pause);
    this.#pause = Math.min(this.#pause * 2, longestPause);
  }

  /** Somebody is there again. */
  answered(): void {
    this.#pause = afterTyping;
  }

  #in(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#on.due, milliseconds);
  }
}
