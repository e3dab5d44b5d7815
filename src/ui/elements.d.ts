import 'hono/jsx';

// The custom elements of `browser/`, as pages write them.
declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'letter-sheet': HTMLAttributes;
      'careful-form': HTMLAttributes;
      'check-quotation': HTMLAttributes;
      'copy-address': HTMLAttributes;
      'link-key': HTMLAttributes;
      'passkey-sign-in': HTMLAttributes;
      'passkey-add': HTMLAttributes;
      'print-page': HTMLAttributes;
      'quote-passage': HTMLAttributes;
      'translating-sheet': HTMLAttributes;
      'zone-choice': HTMLAttributes;
      'device-time': HTMLAttributes;
    }
  }
}
