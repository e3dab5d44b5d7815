/** Fills the form with the quotation that stands at the end of a link, and sends it. */
class CheckQuotation extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('.without-script')?.remove();
    this.#fill();
    addEventListener('hashchange', this.#fill);
  }

  disconnectedCallback(): void {
    removeEventListener('hashchange', this.#fill);
  }

  #fill = (): void => {
    const brought = new URLSearchParams(location.hash.slice(1));
    const form = this.querySelector('form');
    if (!brought.get('text') || !form) return;
    // Whoever goes back to this page finds the form, and is not sent on again.
    history.replaceState(history.state, '', location.pathname);
    for (const name of ['text', 'from']) {
      const field = form.elements.namedItem(name);
      if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)
        field.value = brought.get(name) ?? '';
    }
    form.requestSubmit();
  };
}

customElements.define('check-quotation', CheckQuotation);
