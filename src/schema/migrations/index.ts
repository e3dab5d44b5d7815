import type { Migration } from 'kysely/migration';
import { up as beginning } from '#schema/migrations/0001-beginning.ts';
import { up as wholeMemorial } from '#schema/migrations/0002-whole-memorial.ts';
import { up as whoMaySee } from '#schema/migrations/0003-who-may-see.ts';
import { up as signingIn } from '#schema/migrations/0004-signing-in.ts';
import { up as belonging } from '#schema/migrations/0005-belonging.ts';
import { up as translations } from '#schema/migrations/0006-translations.ts';
import { up as words } from '#schema/migrations/0007-words.ts';
import { up as languages } from '#schema/migrations/0008-languages.ts';
import { up as press } from '#schema/migrations/0009-press.ts';
import { up as translating } from '#schema/migrations/0010-translating.ts';
import { up as paused } from '#schema/migrations/0011-paused.ts';
import { up as readyQuotations } from '#schema/migrations/0012-ready-quotations.ts';
import { up as translators } from '#schema/migrations/0013-translators.ts';
import { up as handedOn } from '#schema/migrations/0014-handed-on.ts';
import { up as devices } from '#schema/migrations/0016-devices.ts';
import { up as laidCovers } from '#schema/migrations/0017-laid-covers.ts';

/** The one history of the tables, oldest first. A migration that has landed is never edited. */
export const migrations: Record<string, Migration> = {
  '0001-beginning': { up: beginning },
  '0002-whole-memorial': { up: wholeMemorial },
  '0003-who-may-see': { up: whoMaySee },
  '0004-signing-in': { up: signingIn },
  '0005-belonging': { up: belonging },
  '0006-translations': { up: translations },
  '0007-words': { up: words },
  '0008-languages': { up: languages },
  '0009-press': { up: press },
  '0010-translating': { up: translating },
  '0011-paused': { up: paused },
  '0012-ready-quotations': { up: readyQuotations },
  '0013-translators': { up: translators },
  '0014-handed-on': { up: handedOn },
  '0016-devices': { up: devices },
  '0017-laid-covers': { up: laidCovers },
};
