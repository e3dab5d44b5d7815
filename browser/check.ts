// What “Check a quotation” brings along, and no other page that everybody reads.
import './check-quotation.ts';
import './copy-address.ts';
