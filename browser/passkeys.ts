import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';

/** A button that asks the device for a passkey (WebAuthn Level 3); the way by mail stands beside it. */
abstract class PasskeyElement extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    if (!button || !('PublicKeyCredential' in window)) return;
    button.hidden = false;
    button.addEventListener('click', () => {
      button.disabled = true;
      this.#tell('');
      this.#ask()
        .catch(() => this.#tell(this.dataset['failed'] ?? ''))
        .finally(() => (button.disabled = false));
    });
  }

  protected abstract answer(options: object): Promise<unknown>;
  protected abstract welcome(to: string): void;

  async #ask(): Promise<void> {
    const path = this.dataset['path'] ?? '';
    const { options } = await post<{ options: object }>(`${path}/options`, {});
    const response = await this.answer(options);
    const { to } = await post<{ to: string }>(path, { response, to: this.dataset['to'] });
    this.welcome(to);
  }

  #tell(sentence: string): void {
    const status = this.querySelector('[role=status]');
    if (status) status.textContent = sentence;
  }
}

class PasskeySignIn extends PasskeyElement {
  protected override answer(options: object): Promise<unknown> {
    return startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON });
  }

  /** A form that came after its session had ended stands on this page, and goes on with its writer. */
  protected override welcome(to: string): void {
    const form = document.querySelector<HTMLInputElement>('input[name=kept]')?.form;
    const keptPath = this.dataset['keptPath'];
    if (!form || !keptPath) return location.assign(to);
    form.action = keptPath;
    form.submit();
  }
}

class PasskeyAdd extends PasskeyElement {
  protected override answer(options: object): Promise<unknown> {
    return startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON });
  }

  protected override welcome(to: string): void {
    location.assign(to);
  }
}

async function post<T>(path: string, body: object): Promise<T> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  });
  const said = (await answer.json()) as T & { confirm?: string };
  if (said.confirm) {
    const to = `${location.pathname}#passkeys`;
    location.assign(`${said.confirm}?${new URLSearchParams({ to }).toString()}`);
    // Nothing more is said here: another page is on its way.
    return new Promise(() => {});
  }
  if (!answer.ok) throw new Error(String(answer.status));
  return said;
}

customElements.define('passkey-sign-in', PasskeySignIn);
customElements.define('passkey-add', PasskeyAdd);
