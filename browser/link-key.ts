/** Gives in the key that stands at the end of a link, and takes it out of the address that a browser keeps. */
class LinkKey extends HTMLElement {
  connectedCallback(): void {
    this.#giveIn();
    addEventListener('hashchange', this.#giveIn);
  }

  disconnectedCallback(): void {
    removeEventListener('hashchange', this.#giveIn);
  }

  #giveIn = (): void => {
    const key = location.hash.slice(1);
    const form = this.querySelector('form');
    const field = this.querySelector('input[name="key"]');
    if (key === '' || !form || !(field instanceof HTMLInputElement)) return;
    history.replaceState(history.state, '', location.pathname);
    field.value = key;
    form.requestSubmit();
  };
}

customElements.define('link-key', LinkKey);
