import { oddPaths, oddSegments } from '#test/odd.ts';
import { addressesOf, pagesOf, takersOf } from './addresses.ts';
import { type Answer, headerOf, pageOf } from '#test/answers.ts';
import { arrived, type Attack } from './attack.ts';

const notThere = 'This page cannot be read here';

/** `//`, `/./`, `%2e%2e`, `%2f`, `%00`, `%ff`, `\`, 8 kB, in every place of every address. */
export const oddPathsGroup: Attack = async (trial, family) => {
  const { nora, wren } = family;
  const stranger = trial.place.stranger();
  const never = await trial.ask(stranger, { path: '/never-was' });
  let ours = 0;
  const targets = [
    ...oddPaths,
    ...oddSegments.map((one) => `/${one}`),
    ...[
      '//',
      '/./',
      '/../',
      '/.',
      '/%2e',
      '/wren/./',
      '/wren/..',
      '/wren/%2e%2e',
      '/%2e%2e%2fhome',
      '/..%5chome',
    ],
    ...[
      '\\',
      '/\\home',
      '\\home',
      '*',
      'home',
      'wren',
      '?',
      '/wren#x',
      '/wren\x7f',
      '/wr\xe9n',
      '/%c3',
      '/%',
      '/%zz',
    ],
    ...[
      '/%68ome',
      `/%68ome/memorials/${wren.id}`,
      `//home/memorials/${wren.id}`,
      `/home%2fmemorials%2f${wren.id}`,
    ],
    ...[
      'http://evil.example/home',
      'https://snowdrop.example/home',
      'file:///etc/passwd',
      '//evil.example/home',
    ],
    ...[
      '/assets/../../package.json',
      '/assets/..%2f..%2fpackage.json',
      '/pictures/..%2f..%2f/480.jpeg',
      '/blobs/ab/abcd',
    ],
  ];
  await trial.unchanged('odd paths', async () => {
    for (const path of targets) {
      const answer = await trial.attack(stranger, { path });
      trial.came(answer, [200, 301, 303, 400, 404], path.slice(0, 60));
      if (pageOf(answer).includes(notThere)) ours++;
      if (answer.status === 404 && !path.startsWith('/assets/')) equal(trial, path, answer, never);
      await trial.attack(nora, { path });
    }
    for (const [at, { pattern, method }] of addressesOf(family).entries()) {
      if (!pattern.includes(':')) continue;
      const path = pattern.replaceAll(/:\w+/g, oddSegments[at % oddSegments.length]!);
      const answer = await trial.attack(nora, {
        path,
        method,
        ...(method === 'GET' ? {} : { form: { text: 'x' } }),
      });
      if (pageOf(answer).includes(notThere)) ours++;
    }
  });
  return arrived(ours, 60, 'were answered by our own page for what is not there');
};

/** What is not there looks the same, however it was written. */
function equal(trial: Parameters<Attack>[0], path: string, answer: Answer, never: Answer): void {
  const isSame = Buffer.compare(answer.body, never.body) === 0 || path.startsWith('/ar/');
  trial.must(isSame, `${path.slice(0, 60)}: another page than what was never there`);
}

/** Methods that no page takes, and HEAD and OPTIONS on every one. */
export const methodsGroup: Attack = async (trial, family) => {
  const { nora } = family;
  const stranger = trial.place.stranger();
  let heads = 0;
  await trial.unchanged('other methods', async () => {
    for (const { path } of pagesOf(family)) {
      for (const visitor of [stranger, nora]) {
        const got = await trial.plain(visitor, path);
        const head = await trial.attack(visitor, { path, method: 'HEAD' });
        trial.must(head.status === got.status, `HEAD ${path}: ${head.status} where GET is ${got.status}`);
        trial.must(head.body.length === 0, `HEAD ${path} has a body`);
        if (head.status === 200) heads++;
      }
      const options = await trial.attack(stranger, { path, method: 'OPTIONS' });
      trial.came(options, [303, 404, 422], `OPTIONS ${path}`);
    }
    for (const { path } of takersOf(family)) {
      const answer = await trial.attack(nora, {
        path: path.replace('?_method=delete', ''),
        method: 'OPTIONS',
      });
      trial.must(answer.status < 500, `OPTIONS ${path}: ${answer.status} instead of an answer below 500`);
    }
    for (const method of [
      'TRACE',
      'TRACK',
      'PUT',
      'PATCH',
      'PROPFIND',
      'MKCOL',
      'QUERY',
      'LINK',
      'PURGE',
      'SEARCH',
    ]) {
      for (const path of [
        '/',
        '/wren',
        '/home',
        '/sign-in',
        '/wren/feed.atom',
        '/to/wren/report',
        '/robots.txt',
        '*',
      ]) {
        const headers = { 'x-secret': 'echoed' };
        const answer = await trial.refused(nora, { path, method, headers }, [303, 400, 403, 404, 405]);
        trial.must(!answer.text.includes('echoed'), `${method} ${path} sends back what was sent`);
      }
    }
  });
  await trial.raw('CONNECT', ['CONNECT evil.example:443 HTTP/1.1\r\nhost: evil.example:443\r\n\r\n']);
  await trial.raw('GET in small letters', ['get / HTTP/1.1\r\nhost: snowdrop.example\r\n\r\n']);
  return arrived(heads, 40, 'pages answered HEAD as they answer GET, without a body');
};

/** Nothing of ours is an ActivityPub object yet: every page stays the page it is, for whoever asks. */
export const activityGroup: Attack = async (trial, family) => {
  const { nora, elias, nell } = family;
  const types = [
    'application/activity+json',
    'application/ld+json; profile="https://www.w3.org/ns/activitystreams"',
  ];
  let same = 0;
  for (const [at, { path }] of pagesOf(family).entries()) {
    for (const visitor of [trial.place.stranger(), nora, [elias, nell][at % 2]!]) {
      const accept = types[(at + same) % types.length]!;
      const plain = await trial.plain(visitor, path);
      const asked = await trial.attack(visitor, { path, headers: { accept } });
      trial.must(asked.status === plain.status, `${path}: ${asked.status} where a page is ${plain.status}`);
      const type = headerOf(asked, 'content-type');
      trial.must(type === plain.type, `${path} is ${type} for another server`);
      if (asked.status === 200) same++;
    }
  }
  return arrived(same, 80, 'pages stayed what they are for a browser');
};

/** Ten thousand query parameters, and the same one many times. */
export const queriesGroup: Attack = async (trial, family) => {
  const { nora } = family;
  const many = (count: number, name: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => `${name(at)}=${at}`).join('&');
  // 16 kB of headers are taken, the address among them.
  const queries = [
    many(1200, (at) => `a${at}`),
    many(1200, () => 'to'),
    many(1200, () => 'about'),
    'to=/home&to=//evil.example',
    'to[]=x&to[a]=y&__proto__[x]=1&constructor.prototype=1',
    '_method=delete&_method=get',
    '&&&&=&=x&%=%&%00=%00',
  ];
  let read = 0;
  for (const path of [
    '/',
    '/wren',
    '/sign-in',
    '/to/wren/report',
    '/home',
    '/home/you',
    `${family.letters.everyone.path}/comparison`,
  ]) {
    for (const query of queries) {
      const answer = await trial.attack(nora, { path: `${path}?${query}` });
      trial.came(answer, [200, 303, 404], `${path}?${query.slice(0, 30)}`);
      trial.must(!/evil\.example/.test(headerOf(answer, 'location') ?? ''), `${path} leads elsewhere`);
      if (answer.status === 200 || answer.status === 303) read++;
    }
    const whole = { path: `${path}?${many(10_000, (at) => `a${at}`)}` };
    await trial.refused(nora, whole, [400, 414, 431], `${path} with 10,000 parameters`);
  }
  const form = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`a${at}`, 'x']));
  await trial.unchanged('10,000 fields', async () => {
    await trial.refused(nora, { path: '/home/you', form }, [413], '10,000 fields of a form');
    const repeated = `${'name=x&'.repeat(5000)}name=`;
    const type = 'application/x-www-form-urlencoded';
    await trial.refused(nora, { path: '/home/you', body: repeated, type }, [413], 'one field 5,000 times');
  });
  return arrived(read, 40, 'were read by a page that knows its parameters');
};
