import type { Words } from './form-words.ts';

/**
 * Words that stand on this device until the server has them, and the save that they began from; those of a
 * translation beside which version of the original.
 */
export type Copy = {
  draft: string;
  editor: string;
  revision: number;
  of?: string;
  at: number;
  words: Words;
};

const mark = 'snowdrop ';
const signedOut = 'signed out';
const aMoment = 1500;
const pages = new BroadcastChannel('snowdrop');
let keeping = true;

// Nothing stays on a shared computer: not from this page, and not from others that are still open.
document.addEventListener('submit', ({ target }) => {
  if (!(target instanceof HTMLFormElement) || new URL(target.action).pathname !== '/sign-out') return;
  for (const key of keys()) localStorage.removeItem(key);
  pages.postMessage(signedOut);
});
pages.addEventListener('message', ({ data }) => {
  if (data === signedOut) keeping = false;
});

/** The page reached the server as somebody who is signed in: copies may stand here again. */
export function allowCopies(): void {
  keeping = true;
}

/** Answers whether the words stand on this device now: a full or closed storage refuses them. */
export function putCopy(copy: Omit<Copy, 'at'>): boolean {
  if (!keeping) return false;
  try {
    localStorage.setItem(keyOf(copy), JSON.stringify({ ...copy, at: Date.now() }));
    return true;
  } catch {
    return false;
  }
}

export function hasCopy(copy: Pick<Copy, 'draft' | 'editor'>): boolean {
  return localStorage.getItem(keyOf(copy)) !== null;
}

export function removeCopy(copy: Pick<Copy, 'draft' | 'editor'>): void {
  localStorage.removeItem(keyOf(copy));
}

/** Copies of a draft that no open page is taking care of, the latest first. */
export async function findCopies(draft: string): Promise<Copy[]> {
  const copies: Copy[] = [];
  for (const key of keys().filter((one) => one.startsWith(`${mark}${draft} `))) {
    if (await isOpen(key)) continue;
    const text = localStorage.getItem(key);
    if (text !== null) copies.push(JSON.parse(text) as Copy);
  }
  return copies.toSorted((a, b) => b.at - a.at);
}

/** Lets other pages know, as long as this one is open, that it takes care of its own copy. */
export function claimCopy(copy: Pick<Copy, 'draft' | 'editor'>): void {
  const locks = navigator.locks as LockManager | undefined;
  void locks?.request(keyOf(copy), () => new Promise(() => {}));
}

/** A page that is just being left lets go within a moment. Without https there are no locks, and no page counts. */
async function isOpen(key: string): Promise<boolean> {
  const locks = navigator.locks as LockManager | undefined;
  return (
    (await locks?.request(key, { signal: AbortSignal.timeout(aMoment) }, () => false).catch(() => true)) ??
    false
  );
}

function keyOf({ draft, editor }: Pick<Copy, 'draft' | 'editor'>): string {
  return `${mark}${draft} ${editor}`;
}

function keys(): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(mark));
}
