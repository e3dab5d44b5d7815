import { type Device, deviceToTell } from '#people/devices/device.ts';
import { readRecoveryCode } from '#people/recovery/recovery-code.ts';
import { spendRecoveryCode } from '#people/recovery/recovery-codes.ts';
import type { Site } from '#schema/site.ts';

/**
 * Uses up what somebody typed as a recovery code: anybody's, or one of the person who is signed in
 * (`personId`). Answers whose it was; they are told by mail, with the device.
 */
export async function useRecoveryCode(
  { database, now }: Site,
  typed: string,
  device: Device,
  personId?: string,
): Promise<string | undefined> {
  const code = readRecoveryCode(typed);
  if (code === undefined) return undefined;
  const at = now();
  return database.write(async (tx) => {
    const owner = await spendRecoveryCode(tx, code, at, personId);
    if (owner !== undefined) await tx.record({ recoveryCodeUsed: `${owner} ${at} ${deviceToTell(device)}` });
    return owner;
  });
}
