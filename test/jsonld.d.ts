declare module 'jsonld' {
  type Loaded = { contextUrl: null; document: object; documentUrl: string };
  /** Expands a document (JSON-LD 1.1 API): every name in full, every value as a node. */
  export function expand(
    document: object,
    options: { documentLoader: (url: string) => Promise<Loaded> },
  ): Promise<Record<string, unknown>[]>;
}
