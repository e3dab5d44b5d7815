/** Something secret that was planted, and who may come to see it. */
type Canary = { what: string; holders: ReadonlySet<string> };
export type Leak = { what: string; where: string };

// Sessions and links are 43 characters of base64url, forms have UUIDs, codes six digits: words of letters, digits,
// lines and hyphens. Private words are ours, and may stand within others, as in an address.
const tokens = /[\w-]{6,64}/g;
const words = /zanzibar[a-z]+\d+/g;
const end = 500_000;
const addresses = /@[\w-]+\.example/g;

/** Every secret that this run has planted. Looks for all of them in whatever comes out. */
export class Canaries {
  readonly #planted = new Map<string, Canary>();
  #words = 0;

  /** Notes a secret. `holders` are the visitors, or mail addresses, that may see it. */
  plant(secret: string, what: string, holders: readonly string[]): string {
    const known = this.#planted.get(secret);
    this.#planted.set(secret, { what, holders: new Set([...(known?.holders ?? []), ...holders]) });
    return secret;
  }

  /** A word that stands nowhere else, to be written by somebody whose words are not for everybody. */
  word(what: string, holders: readonly string[]): string {
    return this.plant(`zanzibar${what.replace(/[^a-z]/g, '')}${++this.#words}`, `a word of ${what}`, holders);
  }

  get count(): number {
    return this.#planted.size;
  }

  /** The secrets in a text that `viewer` may not see; what they said themselves (`said`) is no news to them. */
  leaksIn(text: string, where: string, viewer?: string, said = ''): Leak[] {
    const leaks = new Map<string, Leak>();
    for (const secret of this.#secretsIn(text)) {
      const { what, holders } = this.#planted.get(secret)!;
      if (viewer !== undefined && holders.has(viewer)) continue;
      if (said !== '' && this.#secretsIn(said).has(secret)) continue;
      leaks.set(secret, { what, where });
    }
    return [...leaks.values()];
  }

  #secretsIn(text: string): Set<string> {
    // Between the ends of a page of many megabytes stands what was typed into one field of it.
    const seen = text.length > 2 * end ? `${text.slice(0, end)}\n${text.slice(-end)}` : text;
    // Six digits say nothing about a page of so many bytes.
    const plain = seen
      .replace(/^content-length: \d+/im, '')
      .replaceAll('%40', '@')
      .replaceAll('&#64;', '@');
    const found = [...(plain.match(tokens) ?? []), ...(plain.match(words) ?? [])];
    for (const { 0: host, index } of plain.matchAll(addresses))
      found.push(`${/[\w.+-]*$/.exec(plain.slice(Math.max(0, index - 64), index))?.[0] ?? ''}${host}`);
    return new Set(found.filter((one) => this.#planted.has(one)));
  }
}
