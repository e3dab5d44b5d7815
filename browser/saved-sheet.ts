import {
  allowCopies,
  claimCopy,
  type Copy,
  findCopies,
  hasCopy,
  putCopy,
  removeCopy,
} from './device-copy.ts';
import { fieldOf, made, putWords, type Words, wordsFromServer, wordsOf } from './form-words.ts';
import { Leaving } from './leaving.ts';
import { Refusals } from './refusals.ts';
import { Saving } from './saving.ts';
import type { Answer } from './send-words.ts';

/** What the line over a sheet can say: the page brings its sentence for each. */
type Told =
  | 'saving'
  | 'onDevice'
  | 'saved'
  | 'beside'
  | 'refused'
  | 'allButDate'
  | 'offline'
  | 'arriving'
  | 'older';

/**
 * A form that is saved as it is typed: on this device at once, on the server after a moment, and never over
 * what another page wrote. Without it the form is sent by its buttons, as it stands.
 */
export abstract class SavedSheet extends HTMLElement {
  protected form!: HTMLFormElement;
  protected leaving!: Leaving;
  /** The words that the server has; none where what stands here was refused, or lies beside newer words. */
  protected kept: Words = '';
  /** What to say while the server has everything; nothing before the first change. */
  protected where: 'saved' | 'beside' | undefined;
  /** What to say while nobody answers. */
  protected readonly unanswered: Told = 'onDevice';
  #saving!: Saving;
  #refusals!: Refusals;
  #onlyByButton = false;

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    this.form = form;
    this.kept = 'unkept' in this.dataset ? '' : wordsFromServer(form);
    this.#refusals = new Refusals(form);
    this.#saving = new Saving(form, { due: () => void this.#save(), slow: () => this.tell('saving') });
    this.leaving = new Leaving(form, {
      isBusy: () => this.isBusy,
      before: () => {
        this.settle();
        this.#saving.stop();
        this.tell('saving');
      },
      kept: ({ kept, revision }) => {
        this.goOnFrom(revision);
        if (!this.leaving.going) return this.changed();
        if (!kept) return;
        this.kept = wordsOf(form);
        removeCopy(this.copy);
      },
      stays: (error) => {
        this.tell('offline', error);
        this.#saving.later();
      },
    });
    this.begin(form);
    form.addEventListener('input', ({ target }) => {
      // Who types on has not left the sheet.
      if (!this.isBusy) this.leaving.stay();
      this.typed(target);
    });
    this.#savesAtTheRightTime(form);
    claimCopy(this.copy);
    void this.#bringBack();
  }

  /** What else a sheet does from its beginning. */
  protected begin(_form: HTMLFormElement): void {}

  protected typed(_field: EventTarget | null): void {
    this.changed();
  }

  /** Does now what waited until nobody types. */
  protected settle(): void {}

  /** Whether something else must arrive before the form may go. */
  protected get isBusy(): boolean {
    return false;
  }

  /** Whether leaving the page now would lose something other than words. */
  protected get isPending(): boolean {
    return false;
  }

  #savesAtTheRightTime(form: HTMLFormElement): void {
    // In the next turn, when it is known where the writer went.
    form.addEventListener('focusout', () =>
      setTimeout(() => {
        this.#refusals.say();
        void this.#save();
      }),
    );
    document.addEventListener('visibilitychange', () => void this.#save(document.hidden));
    addEventListener('pagehide', () => void this.#save(true));
    addEventListener('pageshow', () => {
      this.leaving.stay();
      // The browser may have put back what stood here before.
      this.changed();
    });
    addEventListener('online', () => {
      this.#saving.answered();
      void this.#save();
    });
    addEventListener('beforeunload', (event) => {
      const onlyHere = wordsOf(form) !== this.kept && !this.#keepCopy();
      if (!this.leaving.going && (onlyHere || this.isPending)) event.preventDefault();
    });
  }

  protected changed(): void {
    if (this.#waits) return;
    if (wordsOf(this.form) === this.kept) {
      removeCopy(this.copy);
      const now = this.isPending ? 'arriving' : this.where;
      if (now) this.tell(now);
      return;
    }
    this.where ??= 'saved';
    const isOnDevice = this.#keepCopy();
    if (this.#onlyByButton) return;
    this.tell(isOnDevice ? 'onDevice' : 'saving');
    this.#saving.soon();
  }

  /** Whether the server did not keep what it put here, and nobody typed in it since: that waits for its button. */
  get #waits(): boolean {
    return this.kept === '' && wordsOf(this.form) === wordsFromServer(this.form);
  }

  /** Sends what the server does not have yet. */
  async #save(leaving = false): Promise<void> {
    this.settle();
    if (this.leaving.waits && !leaving) return this.leaving.go();
    const words = wordsOf(this.form);
    if (this.#onlyByButton || this.leaving.going || this.#waits) return;
    if (words === this.kept || this.#refusals.concern(words)) return;
    const heard = await this.#saving.send(leaving);
    if (heard && !this.leaving.going) this.#heard(heard.status, heard.answer, words);
  }

  #heard(status: number, { kept, revision, errors, error }: Answer, words: Words): void {
    if (status === 200 && kept) {
      this.goOnFrom(revision);
      this.kept = words;
      this.where = kept === 'beside' ? kept : 'saved';
      this.#saving.answered();
      this.#refusals.forget();
      allowCopies();
      return this.changed();
    }
    if (status === 409) {
      this.#onlyByButton = true;
      return this.tell('older', error);
    }
    if (status === 422) {
      this.goOnFrom(revision);
      this.tell(kept ? 'allButDate' : 'refused', error);
      this.#refusals.keep(words, errors ?? {});
      if (wordsOf(this.form) !== words) this.#saving.soon();
      return;
    }
    this.tell(status === 0 ? this.unanswered : 'onDevice', error);
    // Not let in any more: the next change asks again, or the buttons of the form.
    if (status !== 401 && status !== 404) this.#saving.later();
  }

  protected goOnFrom(revision = 0): void {
    const field = fieldOf(this.form, 'revision');
    field.value = String(Math.max(Number(field.value), revision));
  }

  /** Words that a crash, a lost connection or an ended session left on this device. */
  async #bringBack(): Promise<void> {
    const found = await findCopies(this.copy.draft);
    for (const copy of found.filter(({ words }) => words === this.kept)) removeCopy(copy);
    const [latest, ...others] = found.filter(({ words }) => words !== this.kept);
    // Who types already, or looks at what was refused, is not interrupted.
    const goesOn = latest && wordsOf(this.form) === this.kept;
    this.leaveBeside(goesOn ? others : found);
    if (goesOn) this.goOnWith(latest);
  }

  /** What becomes of the copies that this page does not go on with: they stay for the next. */
  protected leaveBeside(_copies: Copy[]): void {}

  protected goOnWith(copy: Copy): void {
    // Either nobody saved since, or the very page that left this copy did: the copy only goes further.
    const isLatest = copy.revision >= this.copy.revision || copy.editor === this.dataset['writtenBy'];
    if (!isLatest) {
      // Its words belong beside the newer ones.
      fieldOf(this.form, 'revision').value = String(copy.revision);
      fieldOf(this.form, 'editor').value = copy.editor;
      claimCopy(copy);
    }
    this.put(copy.words);
    const notice = made('div', { className: 'notice', role: 'status' });
    notice.append(made('p', { textContent: this.dataset['found'] ?? '' }));
    this.prepend(notice);
    this.changed();
    if (isLatest) removeCopy(copy);
    void this.#save();
  }

  protected put(words: Words): void {
    putWords(this.form, words);
  }

  protected get copy(): Omit<Copy, 'at' | 'words'> {
    return {
      draft: this.dataset['draft'] ?? '',
      editor: fieldOf(this.form, 'editor').value,
      revision: Number(fieldOf(this.form, 'revision').value),
    };
  }

  /** Says whether the words stand on this device. */
  #keepCopy(): boolean {
    // Put there again as the server laid them out, they would pass for newer than they are.
    if (this.#waits && hasCopy(this.copy)) return true;
    return putCopy({ ...this.copy, words: wordsOf(this.form) });
  }

  protected tell(what: Told, instead?: string): void {
    const status = this.querySelector('.saved');
    const sentence = instead ?? this.dataset[what] ?? '';
    if (status && status.textContent !== sentence) status.textContent = sentence;
  }
}
