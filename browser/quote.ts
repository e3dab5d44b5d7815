// What pages with words that can be quoted bring along, and no other page that everybody reads.
import './copy-address.ts';
import './quote-passage.ts';
