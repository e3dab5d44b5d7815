import { equalGroup, narrowingGroup, photographGroup } from './access-back.ts';
import { idsGroup, massGroup } from './access-ids.ts';
import { keysGroup } from './access-keys.ts';
import { matrixGroup } from './access-matrix.ts';
import { codesGroup, knownGroup, linkGroup } from './access-signing-in.ts';
import type { Attack } from './attack.ts';
import { clockGroup } from './dates-clock.ts';
import { commonYearsGroup, leapGroup, orderGroup, yearsGroup } from './dates.ts';
import { zonesGroup } from './dates-zones.ts';
import { rangesGroup } from './http-again.ts';
import { cookiesGroup, crossSiteGroup, deceptionGroup } from './http-forged.ts';
import { framingGroup, headersGroup } from './http-framing.ts';
import { framesGroup, hostsGroup, redirectsGroup } from './http-hosts.ts';
import { jsonGroup } from './http-json.ts';
import { activityGroup, methodsGroup, oddPathsGroup, queriesGroup } from './http-paths.ts';
import { bodiesGroup, slowGroup } from './http-slow.ts';
import { twiceGroup } from './http-twice.ts';
import { clustersGroup, unseenGroup } from './text-letters.ts';
import { linksGroup } from './text-links.ts';
import { logGroup, mailGroup } from './text-mail.ts';
import { nothingGroup } from './text-nothing.ts';
import { markupGroup, templatesGroup, turnedGroup } from './text-shown.ts';
import { linesGroup, sizesGroup } from './text-sizes.ts';
import { twinsGroup } from './text-twins.ts';
import { unkeepableGroup } from './text-unkeepable.ts';

type Kind = 'HTTP' | 'Access' | 'Text' | 'Dates';

/** A group of hostile inputs; one whose feature is not there yet says why, and by which routes it will be known. */
export type Group = { number: number; kind: Kind; name: string } &
  // What waits for the site to end it takes nobody's time: it runs beside all the others.
  ({ attack: Attack; beside?: Attack } | { notYet: string; lands: RegExp });

const group = (number: number, kind: Kind, name: string, attack: Attack, beside?: Attack): Group => ({
  number,
  kind,
  name,
  attack,
  ...(beside && { beside }),
});
const later = (number: number, kind: Kind, name: string, notYet: string, lands: RegExp): Group => ({
  number,
  kind,
  name,
  notYet,
  lands,
});

/** The hostile inputs that the safety rules name, in their order: 1 to 48 of them. */
// prettier-ignore
export const groups: readonly Group[] = [
  group(1, 'HTTP', 'odd paths: //, /./, %2e%2e, %2f, %00, %ff, \\, 8 kB', oddPathsGroup),
  group(2, 'HTTP', 'two Hosts or lengths, a length and chunks, what is no HTTP', framingGroup),
  group(3, 'HTTP', 'chunks beyond measure, odd parts, slow head, slow body, slow read', bodiesGroup, slowGroup),
  group(4, 'HTTP', '20 kB of headers, 200 headers, 100 cookies', headersGroup),
  group(5, 'HTTP', 'wrong methods, TRACE; HEAD and OPTIONS everywhere', methodsGroup),
  group(6, 'HTTP', 'Accept: application/activity+json on every page', activityGroup),
  group(7, 'HTTP', 'ranges: many, overlapping, beyond; 304 after taking back', rangesGroup),
  group(8, 'HTTP', 'forged X-Forwarded-*, another Host in mails and limits', hostsGroup),
  group(9, 'HTTP', 'cache deception: /home/x.css', deceptionGroup),
  group(10, 'HTTP', 'cross-site form, JSON, text/plain, multipart', crossSiteGroup),
  group(11, 'HTTP', 'open redirects: //evil, /\\evil, https:evil, a tab inside', redirectsGroup),
  group(12, 'HTTP', 'fixed, doubled and broken cookies', cookiesGroup),
  group(13, 'HTTP', 'framing and opener', framesGroup),
  group(14, 'HTTP', 'JSON: __proto__, 10,000 deep, 1e400, BOM, duplicates', jsonGroup),
  group(15, 'HTTP', 'repeated and 10,000 query parameters', queriesGroup),
  group(16, 'HTTP', '100 identical submits at once, double click, back button', twiceGroup),
  group(17, 'Access', 'the matrix: every audience, viewer and representation', matrixGroup),
  group(18, 'Access', 'another family’s ids in every place and field', idsGroup),
  group(19, 'Access', 'everyone → only us: old addresses, feeds, pictures, copies', narrowingGroup),
  group(20, 'Access', 'a key taken back, on page and picture', keysGroup),
  group(21, 'Access', 'a private picture without or with another’s cookie, by hash', photographGroup),
  group(22, 'Access', 'equal answers for never, taken back and over', equalGroup),
  group(23, 'Access', 'signing in with known and unknown addresses', knownGroup),
  group(24, 'Access', 'the link to sign in: HEAD, scanner, twice, late, elsewhere, old', linkGroup),
  group(25, 'Access', 'six digits by brute force', codesGroup),
  group(26, 'Access', 'mass assignment: role, approved, created_at', massGroup),
  group(27, 'Text', 'right-to-left overrides and open isolates', turnedGroup),
  group(28, 'Text', 'names, titles and letters that nobody could see', unseenGroup),
  group(29, 'Text', 'ZWJ families, flags, 200 combining marks', clustersGroup),
  group(30, 'Text', 'NUL, lone surrogates, broken UTF-8, tag characters', unkeepableGroup),
  group(31, 'Text', 'NFC and NFD twins, homoglyphs, the Turkish I', twinsGroup),
  group(32, 'Text', 'a name of 1 MB in every field, a letter of 10 MB', sizesGroup),
  group(33, 'Text', '100,000 lines, one line of 5 MB', linesGroup),
  group(34, 'Text', '<script>, <xmp>, </title>, -->, ]]> everywhere', markupGroup),
  later(35, 'Text', 'formulas in CSV', 'nothing is written as CSV yet', /csv|export/),
  later(36, 'Text', 'CRLF and BEGIN:VEVENT in calendars, folding inside emoji', 'there are no calendars yet', /\.ics|calendar/),
  group(37, 'Text', 'CRLF, comments, groups, IDN in names and addresses of mails', mailGroup),
  group(38, 'Text', 'javascript:, userinfo and link-local addresses', linksGroup),
  group(39, 'Text', 'empty, blank, “null”, “NaN”', nothingGroup),
  later(40, 'Text', '%_\\ and the syntax of full text in search', 'there is no search yet', /search/),
  group(41, 'Text', 'forged lines of the log', logGroup),
  group(42, 'Text', '{{, ${ and our own templates', templatesGroup),
  group(43, 'Dates', '29 February in 2023, 1900, 2000', leapGroup),
  group(44, 'Dates', 'the years 0, 9999, two digits', yearsGroup),
  group(45, 'Dates', 'only a year, death before birth, the future', orderGroup),
  group(46, 'Dates', '29 February kept in common years', commonYearsGroup),
  group(47, 'Dates', 'skipped and doubled hours, Kathmandu, Kiritimati, Pago Pago', zonesGroup),
  group(48, 'Dates', 'the server’s clock ±1 day, in 1970, in 2038', clockGroup),
];
