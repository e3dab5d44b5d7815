import 'hono/jsx';

// The custom elements of `browser/`, as pages write them.
declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'letter-sheet': HTMLAttributes;
      'copy-address': HTMLAttributes;
      'passkey-sign-in': HTMLAttributes;
      'passkey-add': HTMLAttributes;
      'print-page': HTMLAttributes;
      'zone-choice': HTMLAttributes;
      'device-time': HTMLAttributes;
    }
  }
}
