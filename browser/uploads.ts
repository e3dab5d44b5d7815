import { placeMoved } from './places.ts';

/** A photograph that the server took, as the sheet shows it. */
export type Photograph = { id: string; src: string; width: number; height: number };
export type Taken = { photograph: Photograph; kept?: 'draft' | 'beside'; revision?: number };
type Answer = Partial<Taken> & { refused?: string; error?: string };

export type Sentences = {
  uploading: string;
  lost: string;
  stop: string;
  again: string;
  signedOut: string;
  signIn: string;
};

type Row = {
  file: File;
  key: string;
  after: number;
  state: 'waits' | 'goes' | 'failed';
  element: HTMLElement;
  line: HTMLElement;
  progress: HTMLProgressElement;
  again: HTMLButtonElement;
  request?: XMLHttpRequest;
};

type On = {
  row: (row: HTMLElement) => void;
  taken: (taken: Taken, place: { sent: number; now: number }) => void;
  /** Nothing is on its way any more; says whether everything arrived. */
  rest: (allArrived: boolean) => void;
};

/** Sends photographs one after another, each with a row that tells how far it is. */
export class Uploads {
  #rows: Row[] = [];
  /** Whether one did not arrive since the last rest. */
  #lost = false;
  readonly #path: string;
  readonly #sentences: Sentences;
  /** What else the server needs to know of the page. */
  readonly #fields: () => Record<string, string>;
  readonly #show: On['row'];
  readonly #take: On['taken'];
  readonly #rest: On['rest'];

  constructor(to: { path: string; fields: () => Record<string, string> }, sentences: Sentences, on: On) {
    this.#path = to.path;
    this.#fields = to.fields;
    this.#sentences = sentences;
    this.#show = on.row;
    this.#take = on.taken;
    this.#rest = on.rest;
    addEventListener('online', () => this.#rows.forEach((row) => this.#tryAgain(row)));
  }

  /** Whether anything has not arrived, be it that it failed. */
  get pending(): boolean {
    return this.#rows.length > 0;
  }

  /** Whether anything is going or about to go. */
  get going(): boolean {
    return this.#rows.some(({ state }) => state !== 'failed');
  }

  add(files: Iterable<File>, after: number): void {
    for (const file of files) {
      const row = this.#rowFor(file, after);
      this.#rows.push(row);
      this.#show(row.element);
    }
    this.#next();
  }

  /** The text was changed: what is still on its way goes where its paragraph went. */
  follow(before: string, now: string): void {
    for (const row of this.#rows) row.after = placeMoved(row.after, before, now);
  }

  #next(): void {
    if (this.#rows.some(({ state }) => state === 'goes')) return;
    const row = this.#rows.find(({ state }) => state === 'waits');
    if (row) return this.#send(row);
    this.#rest(!this.#lost);
    this.#lost = false;
  }

  #send(row: Row): void {
    const body = new FormData();
    const sent = row.after;
    const fields = { ...this.#fields(), form: row.key, 'place-new': String(sent) };
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    body.append('photographs', row.file);
    // Not fetch: it cannot tell how much has left.
    const request = new XMLHttpRequest();
    row.request = request;
    row.state = 'goes';
    this.#tell(row, this.#sentences.uploading);
    request.open('POST', this.#path);
    request.setRequestHeader('Accept', 'application/json');
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => (row.progress.value = loaded / total));
    request.addEventListener('error', () => this.#failed(row, this.#sentences.lost));
    request.addEventListener('load', () => {
      const answer = (request.response ?? {}) as Answer;
      if (answer.photograph) {
        this.#drop(row);
        this.#take({ ...answer, photograph: answer.photograph }, { sent, now: row.after });
      } else if (answer.refused) this.#refused(row, answer.refused);
      else if (request.status === 401)
        this.#failed(row, this.#sentences.signedOut, wayIn(this.#sentences.signIn));
      else this.#failed(row, answer.error ?? this.#sentences.lost);
      this.#next();
    });
    request.send(body);
  }

  #failed(row: Row, sentence: string, way?: HTMLElement): void {
    row.state = 'failed';
    this.#lost = true;
    row.again.hidden = false;
    row.progress.hidden = true;
    this.#tell(row, sentence);
    if (way) row.line.append(' ', way);
    this.#next();
  }

  /** Sent again it would be refused again: the sentence stays, the photograph goes. */
  #refused(row: Row, sentence: string): void {
    this.#lost = true;
    this.#tell(row, sentence);
    row.element.replaceChildren(row.line);
    row.element.className = 'notice';
    this.#rows = this.#rows.filter((one) => one !== row);
  }

  #tryAgain(row: Row): void {
    if (row.state !== 'failed') return;
    row.state = 'waits';
    row.again.hidden = true;
    row.progress.hidden = false;
    row.progress.value = 0;
    this.#next();
  }

  #drop(row: Row): void {
    this.#rows = this.#rows.filter((one) => one !== row);
    row.element.remove();
  }

  #tell(row: Row, sentence: string): void {
    row.line.textContent = sentence.replace('…', () => row.file.name);
  }

  #rowFor(file: File, after: number): Row {
    const element = document.createElement('div');
    element.className = 'upload';
    const line = document.createElement('p');
    line.role = 'status';
    const progress = document.createElement('progress');
    progress.max = 1;
    progress.value = 0;
    progress.ariaLabel = file.name;
    const acts = document.createElement('div');
    acts.className = 'acts start';
    // Sent twice because an answer was lost, it is still one photograph.
    const key = crypto.randomUUID();
    const again = buttonCalled(this.#sentences.again, () => this.#tryAgain(row));
    again.hidden = true;
    const stop = buttonCalled(this.#sentences.stop, () => {
      this.#drop(row);
      row.request?.abort();
      this.#next();
    });
    const row: Row = { file, key, after, state: 'waits', element, line, progress, again };
    acts.append(again, stop);
    element.append(line, progress, acts);
    this.#tell(row, this.#sentences.uploading);
    return row;
  }
}

/** A page of its own: the photograph waits on this one. */
function wayIn(name: string): HTMLElement {
  return Object.assign(document.createElement('a'), {
    href: '/sign-in',
    target: '_blank',
    textContent: name,
  });
}

function buttonCalled(name: string, act: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'act';
  button.textContent = name;
  button.addEventListener('click', act);
  return button;
}
