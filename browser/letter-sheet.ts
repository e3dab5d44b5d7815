import { allowCopies, claimCopy, type Copy, findCopies, putCopy, removeCopy } from './device-copy.ts';
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
import { PlacedPhotographs } from './placed-photographs.ts';
import { Refusals } from './refusals.ts';
import { type Answer, sendCopy, sendWords } from './send-words.ts';
import type { Taken } from './uploads.ts';
import { WrittenIn } from './written-in.ts';

const afterTyping = 1000;
const slow = 1500;
const tooLong = 30_000;
const longestPause = 30_000;
// So many letters are not compared and copied at each key.
const many = 20_000;

/** What the line over the sheet can say. */
type Told = 'saving' | 'onDevice' | 'saved' | 'beside' | 'refused' | 'allButDate' | 'offline' | 'arriving';

/**
 * Saves a letter as it is typed: on this device at once, on the server after a moment, and never over what
 * another device wrote. Without it the form is sent by its buttons, as it stands.
 */
class LetterSheet extends HTMLElement {
  #form!: HTMLFormElement;
  #photographs!: PlacedPhotographs;
  #writtenIn!: WrittenIn;
  #refusals!: Refusals;
  /** The words that the server has. */
  #kept: Words = '';
  /** What to say while the server has everything; nothing before the first change. */
  #where: 'saved' | 'beside' | undefined;
  #sending: { words: Words; stop: AbortController } | undefined;
  #leaving!: Leaving;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pause = afterTyping;

  connectedCallback(): void {
    const form = this.querySelector('form');
    const text = form?.querySelector<HTMLTextAreaElement>('textarea[name=text]');
    if (!form || !text) return;
    this.#form = form;
    this.#kept = this.#hasErrors() ? '' : wordsFromServer(form);
    this.#photographs = new PlacedPhotographs({
      form,
      text,
      told: this.dataset,
      fields: () => ({ editor: this.#copy.editor, revision: String(this.#copy.revision) }),
      taken: (taken, add, asSent) => this.#took(taken, add, asSent),
      chosen: () => this.#changed(),
      rest: (allArrived) => {
        if (!allArrived) this.#leaving.stay();
        this.#changed();
        void this.#leaving.go();
      },
    });
    this.#leaving = new Leaving(form, {
      isBusy: () => this.#photographs.going,
      before: () => {
        this.#settle();
        clearTimeout(this.#timer);
        this.#sending?.stop.abort();
        this.#sending = undefined;
        this.#tell('saving');
      },
      kept: ({ kept, revision }) => {
        this.#goOnFrom(revision);
        if (!this.#leaving.going) return this.#changed();
        if (!kept) return;
        this.#kept = wordsOf(form);
        removeCopy(this.#copy);
      },
      stays: (error) => {
        this.#tell('offline', error);
        this.#tryLater();
      },
    });
    this.#refusals = new Refusals(form);
    this.#writtenIn = new WrittenIn(form, text);
    form.addEventListener('input', () => {
      // Who types on has not left the sheet.
      if (!this.#photographs.going) this.#leaving.stay();
      clearTimeout(this.#settling);
      if (text.textLength < many) this.#settle();
      else this.#settling = setTimeout(() => this.#settle(), afterTyping);
    });
    this.#savesAtTheRightTime();
    claimCopy(this.#copy);
    void this.#bringBack();
  }

  #savesAtTheRightTime(): void {
    const form = this.#form;
    // In the next turn, when it is known where the writer went.
    form.addEventListener('focusout', () =>
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
      if (!this.#hasErrors()) this.#changed();
    });
    addEventListener('online', () => {
      this.#pause = afterTyping;
      void this.#save();
    });
    addEventListener('beforeunload', (event) => {
      const onlyHere = wordsOf(form) !== this.#kept && !this.#keepCopy();
      if (!this.#leaving.going && (onlyHere || this.#photographs.pending)) event.preventDefault();
    });
  }

  #settle(): void {
    clearTimeout(this.#settling);
    this.#settling = undefined;
    this.#photographs.follow();
    this.#writtenIn.ask();
    this.#changed();
  }

  #changed(): void {
    if (wordsOf(this.#form) === this.#kept) {
      removeCopy(this.#copy);
      if (this.#photographs.pending) this.#tell('arriving');
      else if (this.#where) this.#tell(this.#where);
      return;
    }
    this.#where ??= 'saved';
    this.#tell(this.#keepCopy() ? 'onDevice' : 'saving');
    this.#saveIn(afterTyping);
  }

  #saveIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), milliseconds);
  }

  /** Sends what the server does not have yet, one save at a time. */
  async #save({ leaving = false } = {}): Promise<void> {
    if (this.#settling) this.#settle();
    if (this.#leaving.waits && !leaving) return this.#leaving.go();
    const words = wordsOf(this.#form);
    if (this.#leaving.going || words === this.#kept || this.#refusals.concern(words)) return;
    if (this.#sending && (!leaving || this.#sending.words === words)) return;
    clearTimeout(this.#timer);
    this.#sending?.stop.abort();
    const sending = { words, stop: new AbortController() };
    this.#sending = sending;
    const patience = setTimeout(() => this.#tell('saving'), slow);
    const end = setTimeout(() => sending.stop.abort(), tooLong);
    const { status, answer } = await sendWords(this.#form.action, entriesOf(this.#form), sending.stop.signal);
    clearTimeout(patience);
    clearTimeout(end);
    // Otherwise a later one took its place.
    if (this.#sending === sending) {
      this.#sending = undefined;
      if (!this.#leaving.going) this.#heard(status, answer, words);
    }
  }

  #heard(status: number, { kept, revision, errors, error }: Answer, words: Words): void {
    if (status === 200 && kept) return this.#keptAs(kept, revision, words);
    const typedOn = wordsOf(this.#form) !== words;
    if (status === 422) {
      this.#goOnFrom(revision);
      this.#tell(kept ? 'allButDate' : 'refused', error);
      this.#refusals.keep(words, errors ?? {});
      if (typedOn) this.#saveIn(afterTyping);
      return;
    }
    this.#tell('onDevice', error);
    // Signed out: the next change asks again, or the buttons of the form.
    if (status === 401) return;
    this.#tryLater();
  }

  #tryLater(): void {
    this.#saveIn(this.#pause);
    this.#pause = Math.min(this.#pause * 2, longestPause);
  }

  #keptAs(kept: 'draft' | 'beside', revision: number | undefined, words: Words): void {
    this.#goOnFrom(revision);
    this.#kept = words;
    this.#where = kept === 'beside' ? 'beside' : 'saved';
    this.#pause = afterTyping;
    this.#refusals.forget();
    allowCopies();
    this.#changed();
  }

  #goOnFrom(revision = 0): void {
    const field = fieldOf(this.#form, 'revision');
    field.value = String(Math.max(Number(field.value), revision));
  }

  /** Words that a crash, a lost connection or an ended session left on this device. */
  async #bringBack(): Promise<void> {
    const found = await findCopies(this.#copy.draft);
    for (const copy of found.filter(({ words }) => words === this.#kept)) removeCopy(copy);
    const [latest, ...others] = found.filter(({ words }) => words !== this.#kept);
    // Who types already is not interrupted: then all of it goes to the server as it is.
    const untouched = wordsOf(this.#form) === this.#kept;
    for (const copy of untouched ? others : found)
      void sendCopy(this.#form.action, copy).then((has) => has && removeCopy(copy));
    if (latest && untouched) this.#goOnWith(latest);
  }

  #goOnWith(copy: Copy): void {
    // Either nobody saved since, or the very page that left this copy did: the copy only goes further.
    const goesOn = copy.revision >= this.#copy.revision || copy.editor === this.dataset['writtenBy'];
    if (!goesOn) {
      // Its words belong beside the newer ones.
      fieldOf(this.#form, 'revision').value = String(copy.revision);
      fieldOf(this.#form, 'editor').value = copy.editor;
      claimCopy(copy);
    }
    putWords(this.#form, copy.words);
    this.#photographs.name();
    // The places first fit now that the text is back.
    putWords(this.#form, copy.words);
    this.prepend(noticeOf(this.dataset['found'] ?? ''));
    this.#changed();
    if (goesOn) removeCopy(copy);
    void this.#save();
  }

  #took({ kept, revision }: Taken, add: () => void, asSent: boolean): void {
    const serverHasTheRest = wordsOf(this.#form) === this.#kept;
    add();
    if (kept === 'draft') this.#goOnFrom(revision);
    this.#where ??= 'saved';
    if (serverHasTheRest && asSent) this.#kept = wordsOf(this.#form);
    else this.#changed();
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

  #hasErrors(): boolean {
    return this.#form.querySelector('.wrong') !== null;
  }

  #tell(what: Told, instead?: string): void {
    const status = this.querySelector('.saved');
    const sentence = instead ?? this.dataset[what] ?? '';
    if (status && status.textContent !== sentence) status.textContent = sentence;
  }
}

customElements.define('letter-sheet', LetterSheet);
