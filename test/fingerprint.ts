import type { Page } from 'playwright-core';

/** Gives a browser a phone's fingerprint sensor, and a finger on it (WebAuthn Level 3, 11: automation). */
export async function withFingerprint(page: Page): Promise<void> {
  const device = await page.context().newCDPSession(page);
  await device.send('WebAuthn.enable');
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
