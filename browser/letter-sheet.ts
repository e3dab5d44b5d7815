import { type Copy, removeCopy } from './device-copy.ts';
import { type Words, wordsOf } from './form-words.ts';
import { PlacedPhotographs } from './placed-photographs.ts';
import { SavedSheet } from './saved-sheet.ts';
import { afterTyping } from './saving.ts';
import { sendCopy } from './send-copy.ts';
import type { Taken } from './uploads.ts';
import { WrittenIn } from './written-in.ts';

// So many letters are not compared and copied at each key.
const many = 20_000;

/** The sheet of a letter, or of whatever else a family writes, with its photographs. */
class LetterSheet extends SavedSheet {
  #text!: HTMLTextAreaElement;
  #photographs!: PlacedPhotographs;
  #writtenIn!: WrittenIn;
  #settling: ReturnType<typeof setTimeout> | undefined;

  protected override begin(form: HTMLFormElement): void {
    const text = form.querySelector<HTMLTextAreaElement>('textarea[name=text]')!;
    this.#text = text;
    this.#photographs = new PlacedPhotographs({
      form,
      text,
      told: this.dataset,
      fields: () => ({ editor: this.copy.editor, revision: String(this.copy.revision) }),
      taken: (taken, add, asSent) => this.#took(taken, add, asSent),
      chosen: () => this.changed(),
      rest: (allArrived) => {
        if (!allArrived) this.leaving.stay();
        this.changed();
        void this.leaving.go();
      },
    });
    this.#writtenIn = new WrittenIn(form, text);
  }

  protected override typed(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.settle(), afterTyping);
    if (this.#text.textLength < many) this.settle();
  }

  protected override settle(): void {
    if (!this.#settling) return;
    clearTimeout(this.#settling);
    this.#settling = undefined;
    this.#photographs.follow();
    this.#writtenIn.ask();
    this.changed();
  }

  protected override get isBusy(): boolean {
    return this.#photographs.going;
  }

  protected override get isPending(): boolean {
    return this.#photographs.pending;
  }

  protected override leaveBeside(copies: Copy[]): void {
    for (const copy of copies) void sendCopy(this.form.action, copy).then((has) => has && removeCopy(copy));
  }

  protected override put(words: Words): void {
    super.put(words);
    this.#photographs.name();
    // The places first fit now that the text is back.
    super.put(words);
  }

  #took({ kept, revision }: Taken, add: () => void, asSent: boolean): void {
    const serverHasTheRest = wordsOf(this.form) === this.kept;
    add();
    if (kept === 'draft') this.goOnFrom(revision);
    this.where ??= 'saved';
    if (serverHasTheRest && asSent) this.kept = wordsOf(this.form);
    else this.changed();
  }
}

customElements.define('letter-sheet', LetterSheet);
