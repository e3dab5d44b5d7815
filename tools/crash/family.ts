import { randomUUID } from 'node:crypto';
import { nora, wren } from '../../test/cast.ts';
import { send, sendAs, urlencoded, type Answer } from './send.ts';

/** A family that is signed in at a site, with a memorial that is open to everyone. */
export type Family = { site: string; cookie: string; memorial: string; address: string };

/** Claims a new site, begins a memorial and opens it. */
export async function settle(site: string, claimAddress: string): Promise<Family> {
  const claimed = await send(
    site,
    urlencoded(new URL(claimAddress).pathname, {
      name: nora.name,
      own: 'yes',
      'signs-as': nora.signsAs,
      email: '',
    }),
  );
  const cookie = (claimed.headers['set-cookie']?.[0] ?? '').split(';')[0]!;
  const family = { site, cookie, memorial: '', address: wren.called.toLowerCase() };
  const begun = await done(sendAs(family, urlencoded('/home/memorials', { form: randomUUID() })));
  family.memorial = /^\/home\/memorials\/([^/]+)/.exec(String(begun.headers['location']))?.[1] ?? '';
  const home = `/home/memorials/${family.memorial}`;
  await done(sendAs(family, urlencoded(`${home}/start/name`, { form: randomUUID(), called: wren.called })));
  const opening = {
    form: randomUUID(),
    audience: 'everyone',
    address: family.address,
    'shows-name': 'yes',
    listed: 'yes',
  };
  await done(sendAs(family, urlencoded(`${home}/opening`, opening)));
  return family;
}

async function done(asked: Promise<Answer>): Promise<Answer> {
  const answer = await asked;
  if (answer.status === 303) return answer;
  throw new Error(`A family could not settle: ${answer.status} ${answer.bytes.toString().slice(0, 500)}`);
}
