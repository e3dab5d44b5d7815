// Custom elements that make a page easier; every page works without them.
import './careful-form.ts';
import './copy-address.ts';
// Whoever signs out leaves no words behind.
import './device-copy.ts';
import './link-key.ts';
import './passkeys.ts';
import './print-page.ts';
import './zones.ts';
