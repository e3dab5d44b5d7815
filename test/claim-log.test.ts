import { expect, test } from 'vitest';
import { nora } from '#test/cast.ts';
import { startSite } from '#test/site.ts';

test('the address that claims a site is told once, at its start, and stands in no line of the log, whatever is asked of it', async () => {
  const site = await startSite();
  try {
    const claim = await site.claimAddress();
    const secret = claim.split('/').at(-1)!;
    const own = { origin: site.url };
    const form = 'application/x-www-form-urlencoded';
    const tries: [string, RequestInit][] = [
      [claim, {}],
      [claim, { method: 'HEAD' }],
      [claim, { method: 'PUT', headers: own, body: secret }],
      [`${claim}/${secret}`, {}],
      [`${claim}%00`, {}],
      [`${site.url}/home?to=${claim}`, {}],
      [`${site.url}/${secret}`, { headers: { referer: claim, 'user-agent': secret } }],
      [claim, { method: 'POST', headers: { 'content-type': form }, body: `name=${secret}` }],
      [claim, { method: 'POST', headers: { ...own, 'content-type': form }, body: `name=&own=${secret}` }],
      [
        claim,
        {
          method: 'POST',
          headers: { ...own, 'content-type': 'multipart/form-data; boundary=x' },
          body: secret,
        },
      ],
      [claim, { method: 'POST', headers: { ...own, 'content-type': form }, body: `name=%ff${secret}` }],
    ];
    for (const [address, asked] of tries) {
      const { status } = await fetch(address, { redirect: 'manual', ...asked });
      expect([address.replaceAll(secret, '…'), asked.method, status < 500]).toEqual([
        address.replaceAll(secret, '…'),
        asked.method,
        true,
      ]);
    }
    const body = new URLSearchParams({ name: nora.name, own: 'yes', 'signs-as': nora.signsAs, email: '' });
    const claimed = await fetch(claim, { method: 'POST', headers: own, body, redirect: 'manual' });
    expect(claimed.status).toBe(303);
    expect((await fetch(claim, { redirect: 'manual' })).status).toBe(404);
    await site.kill();
    await site.restart();
    expect(site.output.filter((line) => line.includes(secret))).toEqual([`  ${claim}`]);
    const at = site.output.indexOf(`  ${claim}`);
    expect(site.output[at - 1]).toContain('Open this address once');
    expect(site.output.slice(at + 1).join('\n')).not.toMatch(/host\/claim|Open this address/);
  } finally {
    await site.end();
  }
});
