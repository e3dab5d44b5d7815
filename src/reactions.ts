import { mailNews } from '#families/news-mail.ts';
import { queueJob } from '#jobs/jobs.ts';
import type { JobKinds } from '#jobs/worker.ts';
import {
  mailNewDevice,
  mailPasskeyRemoved,
  mailRecoveryCode,
  mailRecoveryCodesMade,
} from '#people/devices/device-mail.ts';
import { mailLeaving, mailPause, mailRest } from '#memorials/leaving-mail.ts';
import { prepareRest } from '#photographs/render.ts';
import type { React } from '#schema/database.ts';
import type { Event } from '#schema/events.ts';
import type { Site } from '#schema/site.ts';
import { endKeeping } from '#tributes/kept/end-keeping.ts';
import { eraseLeftPhotographs } from '#tributes/bin/erase-photographs.ts';
import { forgetOpenings } from '#tributes/schedules/schedules.ts';
import { mailSigning } from '#tributes/signing/signing-mail.ts';
import { mailWriter, tellWriters } from '#tributes/kept/leaving-mail.ts';
import { mailTranslation } from '#translations/translation-mail.ts';
import { mailTranslator } from '#translations/translator-mail.ts';

type Names = Event extends infer One ? (One extends Event ? keyof One : never) : never;

/** What follows from what: the jobs that each event leaves behind, in the transaction that records it. */
const following: Record<Names, readonly string[]> = {
  photographReceived: ['prepare-photograph'],
  // Whoever asked to be told is told from here, once there are followers.
  tributePublished: [],
  tributeWithdrawn: [],
  photographsLeft: ['erase-photographs'],
  memorialOpened: ['forget-openings'],
  signatureAsked: ['ask-to-sign'],
  leavingToTell: ['tell-leaving'],
  signedInAnew: ['tell-new-device'],
  recoveryCodeUsed: ['tell-recovery-code'],
  passkeyRemoved: ['tell-passkey-removed'],
  recoveryCodesMade: ['tell-codes-made'],
  restToTell: ['tell-rest'],
  pauseToTell: ['tell-pause'],
  memorialLeaves: ['tell-writers'],
  writerToTell: ['tell-writer'],
  familyToTell: ['tell-family'],
  keepingEnded: ['end-keeping'],
  translationOffered: ['tell-translation'],
  translationAnswered: ['tell-translator'],
};

export const reactIn =
  (now: () => string): React =>
  async (tx, event) => {
    for (const [name, payload] of Object.entries(event)) {
      for (const kind of following[name as Names]) await queueJob(tx, { kind, payload, runAt: now() });
    }
  };

/** What each job does. */
export const jobKinds = (site: Site): JobKinds => ({
  'prepare-photograph': (id) => prepareRest(site, id),
  'erase-photographs': (ids) => eraseLeftPhotographs(site, ids),
  'ask-to-sign': (asked) => mailSigning(site, asked),
  'tell-leaving': (told) => mailLeaving(site, told),
  'tell-new-device': (told) => mailNewDevice(site, told),
  'tell-recovery-code': (told) => mailRecoveryCode(site, told),
  'tell-passkey-removed': (told) => mailPasskeyRemoved(site, told),
  'tell-codes-made': (told) => mailRecoveryCodesMade(site, told),
  'tell-rest': (told) => mailRest(site, told),
  'tell-pause': (told) => mailPause(site, told),
  'tell-writers': (memorialId) => tellWriters(site, memorialId),
  'tell-writer': (told) => mailWriter(site, told),
  'tell-family': (told) => mailNews(site, told),
  'tell-translation': (told) => mailTranslation(site, told),
  'tell-translator': (told) => mailTranslator(site, told),
  'end-keeping': (ended) => endKeeping(site, ended),
  'forget-openings': (memorialId) => site.database.write((tx) => forgetOpenings(tx, memorialId)),
});
