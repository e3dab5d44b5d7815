/** What browsers do not send and attackers do: the same for tests of the routes and for the running server. */

/** Parts of an address that no page of ours has. */
export const oddSegments = [
  '%00',
  'wren%00',
  '%ff',
  '%ED%A0%80',
  '..%2f..',
  '%5c',
  '%2F',
  '%25',
  '%',
  'a%0d%0ab',
  "'",
  '"><script>',
  '%E2%80%AE',
  'x'.repeat(8000),
  '__proto__',
  'constructor',
  '-1',
  'null',
  '%F0%9F%91%8B',
  '{{x}}',
  "1' or '1'='1",
];

/** Other ways to write an address, in the hope that something reads it as a private one. */
export const oddPaths = [
  '//home',
  '/./home',
  '/wren/../home',
  '/%2e%2e/home',
  '/home%2f',
  '/HOME',
  '/home;x',
  '/home\\',
  '/wren//x',
];

/** Values for a field that no form sends. */
export const oddValues = [
  '\0',
  'a\0b',
  '9'.repeat(30),
  '-1',
  'NaN',
  '1e999',
  '2147483648',
  '\u202e',
  '[]',
  '{}',
  '../../x',
  '/wren/\0',
  'a\r\nb: c',
];

/** A form in each type that a page of another site can send without asking first, and one that it cannot. */
export const foreignBodies: readonly (readonly [type: string, body: string])[] = [
  ['application/x-www-form-urlencoded', 'called=x'],
  ['text/plain', 'called=x'],
  ['application/json', '{"called":"x"}'],
  [
    'multipart/form-data; boundary=between',
    '--between\r\nContent-Disposition: form-data; name="called"\r\n\r\nx\r\n--between--\r\n',
  ],
];

/** What a request that does not come from a page of snowdrop.example says of where it comes from. */
export const foreignOrigins: Record<string, string>[] = [
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'none' },
  { 'sec-fetch-site': '' },
  { 'sec-fetch-site': 'cross-site', origin: 'https://snowdrop.example' },
  { origin: 'https://evil.example' },
  { origin: 'https://snowdrop.example.evil.example' },
  { origin: 'http://snowdrop.example' },
  { origin: 'https://snowdrop.example:8443' },
  { origin: 'null' },
  {},
];

/** Where somebody is to be led, so that a browser reads it as another site. */
export const elsewhere = [
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https:evil.example',
  'https://evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '\t//evil.example',
  '///evil.example',
  '/%09/evil.example/../../',
  '//evil.example@snowdrop.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '/\u0000/evil.example',
  '/.//evil.example\\',
  'home',
  '',
];

/** What a passkey’s answer is not: JSON that software chokes on (RFC 8259). */
export const oddJson = [
  '',
  '{',
  'null',
  '[]',
  '"x"',
  '1e400',
  '{"response":{}}',
  '{"__proto__":{"response":1}}',
  '{"constructor":{"prototype":{"isHost":true}}}',
  '['.repeat(10_000),
  `${'{"response":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
  '\ufeff{}',
  '{"response":1,"response":{}}',
  '{"response":1e400,"to":-1e400}',
  '{"response":{"id":"\\u0000","rawId":"","type":"public-key","response":{"clientDataJSON":""},"clientExtensionResults":{}}}',
  '{"response":"\\ud800"}',
  'x'.repeat(100_000),
];

/** Forms of parts (RFC 7578) that are cut off, nested, doubled or none, with the boundary “between”. */
export const oddParts = [
  '',
  '--between',
  '--between--',
  '--between\r\n',
  '--between\r\n\r\n',
  '--between\r\nContent-Disposition: form-data\r\n\r\nx\r\n--between--\r\n',
  '--between\r\nContent-Disposition: form-data; name="text"\r\n\r\ncut',
  '--between\r\nContent-Disposition: form-data; name="a"; filename=""\r\n\r\ncut',
  '--between\r\nContent-Disposition: form-data; name="a"; filename="a.jpg"\r\n\r\ncut',
  '--between\r\nContent-Disposition: form-data; name="a"; filename="a.jpg"\r\n\r\n\r\n--between\r\n',
  '--between\r\nContent-Disposition: form-data; name="a"; filename*=UTF-8\'\'%ff%00\r\n\r\ncut',
  `--between\r\nContent-Disposition: form-data; name="${'x'.repeat(100_000)}"\r\n\r\nx\r\n--between--\r\n`,
  `--between\r\n${'X-Header: x\r\n'.repeat(5000)}\r\nx\r\n--between--\r\n`,
  '--between\r\nContent-Type: multipart/mixed; boundary=inner\r\nContent-Disposition: form-data; name="a"\r\n\r\n--inner\r\n\r\nx',
  '--between\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: form-data; name="text"\r\n\r\n####\r\n--between--\r\n',
  '--between\r\nContent-Type: text/plain; charset=utf-16\r\nContent-Disposition: form-data; name="text"\r\n\r\nx\r\n--between--\r\n',
  '--between\r\nContent-Disposition: form-data; name="__proto__"; filename="__proto__"\r\n\r\nx\r\n--between--\r\n',
  `${'--between\r\n'.repeat(10_000)}--between--\r\n`,
  '--betwee'.repeat(50_000),
  '\0\0\0--between\r\n\0: \0\r\n\r\n\0',
];
