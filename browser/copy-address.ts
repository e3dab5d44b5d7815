/** Copies an address or words that can also be marked and copied by hand; shares an address where the device can. */
class CopyAddress extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
    const copy = this.querySelector('button');
    if (!field || !copy) return;
    if (navigator.clipboard) this.#offerCopying(copy, field);
    if ('share' in navigator && field instanceof HTMLInputElement) copy.after(this.#shareButton(field));
  }

  #offerCopying(button: HTMLButtonElement, field: HTMLInputElement | HTMLTextAreaElement): void {
    const verb = button.textContent;
    button.hidden = false;
    button.ariaLive = 'polite';
    button.addEventListener('click', () => {
      field.select();
      navigator.clipboard
        .writeText(field.value)
        .then(() => (button.textContent = this.dataset['copied'] ?? verb))
        // Refused: the address stays marked for copying by hand.
        .catch(() => field.focus())
        .finally(() => setTimeout(() => (button.textContent = verb), 4000));
    });
  }

  #shareButton(field: HTMLInputElement): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'act';
    button.textContent = this.dataset['share'] ?? '';
    button.addEventListener('click', () => {
      // Whoever closes the device's sheet again has changed their mind: nothing to say.
      navigator.share({ url: field.value }).catch(() => {});
    });
    return button;
  }
}

customElements.define('copy-address', CopyAddress);
