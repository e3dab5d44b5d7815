const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for an element or an attribute. XML 1.0 has no control characters but tab and line ends, not even escaped. */
export function xml(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- these are the very characters that XML cannot hold
      .replace(/[\u0001-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[&<>"]/g, (one) => escapes[one]!)
  );
}
