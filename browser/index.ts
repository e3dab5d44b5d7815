// Custom elements that make a page easier; every page works without them.
import './copy-address.ts';
import './letter-sheet.ts';
import './passkeys.ts';
import './zones.ts';
