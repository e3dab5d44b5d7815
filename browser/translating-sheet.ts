import type { Copy } from './device-copy.ts';
import { directionOfWords } from './direction.ts';
import { fieldOf, type Words } from './form-words.ts';
import { SavedSheet } from './saved-sheet.ts';
import { openCopy } from './send-copy.ts';

/**
 * The sheet of a translation. Where other words were kept from another page, it saves no more by itself: its
 * button shows both.
 */
class TranslatingSheet extends SavedSheet {
  protected override readonly unanswered = 'offline';

  protected override typed(field: EventTarget | null): void {
    if (field instanceof HTMLTextAreaElement) turn(field);
    this.changed();
  }

  protected override put(words: Words): void {
    super.put(words);
    for (const field of this.form.querySelectorAll('textarea')) turn(field);
  }

  /** Of words that stood beside an earlier original, the server knows where they belong beside the one of now. */
  protected override goOnWith(copy: Copy): void {
    if (copy.of === this.copy.of) super.goOnWith(copy);
    else openCopy(this.form.action, copy);
  }

  protected override get copy(): Omit<Copy, 'at' | 'words'> {
    return { ...super.copy, of: fieldOf(this.form, 'of').value };
  }
}

/** The field runs the way that its words do. */
function turn(field: HTMLTextAreaElement): void {
  field.dir = directionOfWords(field.dataset['runs'] === 'rtl' ? 'rtl' : 'ltr', field.value);
}

customElements.define('translating-sheet', TranslatingSheet);
