import { allowCopies, claimCopy, type Copy, findCopies, putCopy, removeCopy } from './device-copy.ts';
import { directionOfWords } from './direction.ts';
import {
  entriesOf,
  fieldOf,
  noticeOf,
  putWords,
  type Words,
  wordsFromServer,
  wordsOf,
} from './form-words.ts';
import { Leaving } from './leaving.ts';
import { Refusals } from './refusals.ts';
import { type Answer, sendWords } from './send-words.ts';

const afterTyping = 1000;
const tooLong = 30_000;
const longestPause = 30_000;

/** What the line over the sheet can say. */
type Told = 'saving' | 'onDevice' | 'saved' | 'refused' | 'offline' | 'older';

/**
 * Saves a translation as it is typed: on this device at once, on the server after a moment. Where other words
 * were kept from another page, it saves no more by itself: its button shows both.
 */
class TranslatingSheet extends HTMLElement {
  #form!: HTMLFormElement;
  #refusals!: Refusals;
  #leaving!: Leaving;
  /** The words that the server has. */
  #kept: Words = '';
  #isOlder = false;
  #hasSaved = false;
  #sending: { words: Words; stop: AbortController } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pause = afterTyping;

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    this.#form = form;
    // What stands there after a refusal, or laid beside newer words, the server does not have.
    this.#kept = this.hasAttribute('data-unkept') ? '' : wordsFromServer(form);
    this.#refusals = new Refusals(form);
    this.#leaving = new Leaving(form, {
      isBusy: () => false,
      before: () => {
        clearTimeout(this.#timer);
        this.#sending?.stop.abort();
        this.#sending = undefined;
        this.#tell('saving');
      },
      kept: ({ kept, revision }) => {
        this.#goOnFrom(revision);
        if (!kept) return;
        this.#kept = wordsOf(form);
        removeCopy(this.#copy);
      },
      stays: (error) => {
        this.#tell('offline', error);
        this.#tryLater();
      },
    });
    form.addEventListener('input', ({ target }) => {
      this.#leaving.stay();
      if (target instanceof HTMLTextAreaElement) turn(target);
      this.#changed();
    });
    this.#savesAtTheRightTime();
    claimCopy(this.#copy);
    void this.#bringBack();
  }

  #savesAtTheRightTime(): void {
    this.#form.addEventListener('focusout', () =>
      setTimeout(() => {
        this.#refusals.say();
        void this.#save();
      }),
    );
    document.addEventListener('visibilitychange', () => void this.#save({ leaving: document.hidden }));
    addEventListener('pagehide', () => void this.#save({ leaving: true }));
    addEventListener('pageshow', () => {
      this.#leaving.stay();
      // The browser may have put back what stood here before.
      this.#changed();
    });
    addEventListener('online', () => {
      this.#pause = afterTyping;
      void this.#save();
    });
    addEventListener('beforeunload', (event) => {
      const onlyHere = wordsOf(this.#form) !== this.#kept && !this.#keepCopy();
      if (!this.#leaving.going && onlyHere) event.preventDefault();
    });
  }

  #changed(): void {
    if (wordsOf(this.#form) === this.#kept) {
      removeCopy(this.#copy);
      if (this.#hasSaved) this.#tell('saved');
      return;
    }
    const isOnDevice = this.#keepCopy();
    if (this.#isOlder) return;
    this.#tell(isOnDevice ? 'onDevice' : 'saving');
    this.#saveIn(afterTyping);
  }

  #saveIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), milliseconds);
  }

  /** Sends what the server does not have yet, one save at a time. */
  async #save({ leaving = false } = {}): Promise<void> {
    const words = wordsOf(this.#form);
    if (this.#isOlder || this.#leaving.going || words === this.#kept || this.#refusals.concern(words)) return;
    // What came from the server and nobody typed in since waits for its button.
    if (this.#kept === '' && words === wordsFromServer(this.#form)) return;
    if (this.#sending && (!leaving || this.#sending.words === words)) return;
    clearTimeout(this.#timer);
    this.#sending?.stop.abort();
    const sending = { words, stop: new AbortController() };
    this.#sending = sending;
    const end = setTimeout(() => sending.stop.abort(), tooLong);
    const { status, answer } = await sendWords(this.#form.action, entriesOf(this.#form), sending.stop.signal);
    clearTimeout(end);
    // Otherwise a later one took its place.
    if (this.#sending !== sending) return;
    this.#sending = undefined;
    if (!this.#leaving.going) this.#heard(status, answer, words);
  }

  #heard(status: number, { kept, revision, errors, error }: Answer, words: Words): void {
    if (status === 200 && kept) {
      this.#goOnFrom(revision);
      this.#kept = words;
      this.#hasSaved = true;
      this.#pause = afterTyping;
      this.#refusals.forget();
      allowCopies();
      return this.#changed();
    }
    if (status === 409) {
      this.#isOlder = true;
      return this.#tell('older', error);
    }
    if (status === 422) {
      this.#tell('refused', error);
      this.#refusals.keep(words, errors ?? {});
      if (wordsOf(this.#form) !== words) this.#saveIn(afterTyping);
      return;
    }
    this.#tell(status === 0 ? 'offline' : 'onDevice', error);
    // Not let in any more: the next change asks again, or the buttons of the form.
    if (status !== 401 && status !== 404) this.#tryLater();
  }

  #tryLater(): void {
    this.#saveIn(this.#pause);
    this.#pause = Math.min(this.#pause * 2, longestPause);
  }

  #goOnFrom(revision = 0): void {
    const field = fieldOf(this.#form, 'revision');
    field.value = String(Math.max(Number(field.value), revision));
  }

  /** Words that a crash, a lost connection or a closed page left on this device. */
  async #bringBack(): Promise<void> {
    const found = await findCopies(this.#copy.draft);
    for (const copy of found.filter(({ words }) => words === this.#kept)) removeCopy(copy);
    const latest = found.find(({ words }) => words !== this.#kept);
    // Who types already, or looks at what was refused, is not interrupted.
    if (!latest || this.#kept === '' || wordsOf(this.#form) !== this.#kept) return;
    this.#goOnWith(latest);
  }

  #goOnWith(copy: Copy): void {
    // Others than the page that left it may have saved since: then the server lays both beside each other.
    fieldOf(this.#form, 'revision').value = String(copy.revision);
    fieldOf(this.#form, 'editor').value = copy.editor;
    claimCopy(copy);
    putWords(this.#form, copy.words);
    for (const field of this.#form.querySelectorAll('textarea')) turn(field);
    this.prepend(noticeOf(this.dataset['found'] ?? ''));
    this.#changed();
    void this.#save();
  }

  get #copy(): Omit<Copy, 'at' | 'words'> {
    return {
      draft: this.dataset['draft'] ?? '',
      editor: fieldOf(this.#form, 'editor').value,
      revision: Number(fieldOf(this.#form, 'revision').value),
    };
  }

  #keepCopy(): boolean {
    return putCopy({ ...this.#copy, words: wordsOf(this.#form) });
  }

  #tell(what: Told, instead?: string): void {
    const status = this.querySelector('.saved');
    const sentence = instead ?? this.dataset[what] ?? '';
    if (status && status.textContent !== sentence) status.textContent = sentence;
  }
}

/** The field runs the way that its words do. */
function turn(field: HTMLTextAreaElement): void {
  field.dir = directionOfWords(field.dataset['runs'] === 'rtl' ? 'rtl' : 'ltr', field.value);
}

customElements.define('translating-sheet', TranslatingSheet);
