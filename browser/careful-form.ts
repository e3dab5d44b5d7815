/**
 * Asks whether anybody answers before one of its forms goes: where nobody does, the browser's own page would
 * take the sheet away, with what was chosen on it. Then its last line is said beneath the form.
 */
class CarefulForm extends HTMLElement {
  connectedCallback(): void {
    const line = this.querySelector<HTMLElement>('[role=alert]');
    let isHeard = false;
    this.addEventListener('submit', (event) => {
      if (isHeard || !line) return;
      event.preventDefault();
      const form = event.target as HTMLFormElement;
      void isAnybodyThere().then((there) => {
        isHeard = there;
        if (there) return form.requestSubmit(event.submitter);
        line.hidden = false;
        return form.append(line);
      });
    });
    addEventListener('pageshow', () => (isHeard = false));
  }
}

/** Any answer means that the form will have one. */
const isAnybodyThere = (): Promise<boolean> =>
  fetch('/robots.txt', { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(10_000) }).then(
    () => true,
    () => false,
  );

customElements.define('careful-form', CarefulForm);
