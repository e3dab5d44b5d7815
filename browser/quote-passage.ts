import { textDirective } from './text-fragment.ts';

/** Offers to copy what a reader marks in a piece, with its source and a link that opens there. */
class QuotePassage extends HTMLElement {
  #passage: { from: number; to: number } | undefined;
  #waits = 0;

  connectedCallback(): void {
    const copy = this.querySelector('button');
    if (!copy || !this.#words()) return;
    document.addEventListener('selectionchange', this.#marked);
    // Only pages that came by https may write there.
    copy.hidden = !navigator.clipboard;
    copy.addEventListener('click', () => void this.#copy(copy));
  }

  disconnectedCallback(): void {
    document.removeEventListener('selectionchange', this.#marked);
  }

  /** Not at each letter: only once the reader rests. */
  #marked = (): void => {
    clearTimeout(this.#waits);
    this.#waits = window.setTimeout(() => this.#offer(), 200);
  };

  #offer(): void {
    // Whoever comes to the offer by keyboard leaves what they marked.
    if (this.contains(document.activeElement)) return;
    const passage = this.#passageMarked();
    this.hidden = passage === undefined;
    this.#passage = passage;
    const way = this.querySelector('a');
    if (!passage || !way) return;
    const { from, to } = passage;
    // Of more than is quoted by itself, all of the exact words are the place to go.
    const isShort = to - from <= Number(this.dataset['most']);
    way.href = isShort ? `${this.dataset['passage']}&from=${from}&to=${to}` : (this.dataset['all'] ?? '');
  }

  async #copy(button: HTMLButtonElement): Promise<void> {
    const text = this.#words()?.textContent ?? '';
    if (!this.#passage) return;
    const { from, to } = this.#passage;
    const { source = '', cited = '', opens = '“', closes = '”', copied = '' } = this.dataset;
    const above = document.querySelector('h1')?.textContent ?? '';
    const link = `${cited}#:~:text=${textDirective(text, this.#passage, above)}`;
    const verb = button.textContent;
    await navigator.clipboard
      .writeText(`${opens}${text.slice(from, to)}${closes}\n\n${source}\n${link}`)
      .then(() => (button.textContent = copied))
      // Refused: the other way leads to the same as text.
      .catch(() => this.querySelector('a')?.focus());
    setTimeout(() => (button.textContent = verb), 4000);
  }

  /** The words of the page without their photographs: their text is the exact text. */
  #words(): Element | undefined {
    const words = document.querySelector('.letter .words');
    if (!words) return undefined;
    const copy = words.cloneNode(true) as Element;
    for (const other of copy.querySelectorAll('figure, .cover')) other.remove();
    return copy;
  }

  /** From where to where in the exact text the selection reaches, as far as it is in it; without spaces around it. */
  #passageMarked(): { from: number; to: number } | undefined {
    const words = document.querySelector('.letter .words');
    const selection = getSelection();
    if (!words || !selection || selection.rangeCount === 0 || selection.isCollapsed) return undefined;
    const range = selection.getRangeAt(0);
    if (!range.intersectsNode(words)) return undefined;
    const from = words.contains(range.startContainer)
      ? lengthBefore(words, range.startContainer, range.startOffset)
      : 0;
    const to = words.contains(range.endContainer)
      ? lengthBefore(words, range.endContainer, range.endOffset)
      : (this.#words()?.textContent.length ?? 0);
    const marked = this.#words()?.textContent.slice(from, to) ?? '';
    if (marked.trim() === '') return undefined;
    return {
      from: from + marked.length - marked.trimStart().length,
      to: to - marked.length + marked.trimEnd().length,
    };
  }
}

/** How much exact text stands before a place in the words of a page. */
function lengthBefore(words: Element, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(words, 0);
  range.setEnd(node, offset);
  const before = range.cloneContents();
  for (const other of before.querySelectorAll('figure, .cover')) other.remove();
  return before.textContent.length;
}

customElements.define('quote-passage', QuotePassage);
