import { once } from 'node:events';
import { createServer } from 'node:net';
import { pageOf } from '#test/answers.ts';
import { arrived, type Attack } from './attack.ts';
import { childForm, writeLetter } from './family.ts';
import { tagsOf } from './markup.ts';

/** Addresses of other places: `javascript:`, with somebody's name in them, of this very machine. Nobody asks there. */
export const linksGroup: Attack = async (trial, { nora, wren }) => {
  let calls = 0;
  const listener = createServer((socket) => {
    calls++;
    socket.destroy();
  }).listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as { port: number };
  const here = `http://127.0.0.1:${port}/`;
  const urls = [
    'javascript:alert(1)',
    'JaVa\tScRiPt:alert(1)',
    'data:text/html,<script>1</script>',
    'vbscript:x',
    `https://snowdrop.example@evil.example/`,
    here,
    `http://[::1]:${port}/`,
    'http://169.254.169.254/latest/meta-data/',
    'file:///etc/passwd',
    'gopher://127.0.0.1/',
    '//evil.example/x',
    `http://localhost:${port}/`,
  ];
  let shown = 0;
  for (const url of urls) {
    const about = await trial.attack(trial.place.stranger(), {
      path: `/to/wren/report?about=${encodeURIComponent(url)}`,
    });
    const hidden = tagsOf(pageOf(about)).find(({ attributes }) => attributes.get('name') === 'about');
    trial.must(
      hidden?.attributes.get('value') === '/wren',
      `a report is about ${hidden?.attributes.get('value')}`,
    );
    await trial.attack(nora, {
      path: `/sign-in?to=${encodeURIComponent(url)}`,
      headers: { referer: url, origin: url },
    });
  }
  const text = urls.join('\n');
  const letter = await writeLetter(trial, nora, wren, {
    word: '',
    title: urls[0]!,
    text,
    audience: 'everyone',
  });
  await trial.attack(nora, {
    path: `${wren.home}/child`,
    form: { ...childForm, sentence: here, 'resting-place': urls[0]! },
  });
  for (const path of [
    `/wren/${letter.address}`,
    '/wren',
    '/wren/feed.atom',
    '/wren/feed.json',
    `/with/wren/${letter.address}`,
  ]) {
    const page = pageOf(await trial.attack(nora, { path }));
    if (page.includes('169.254.169.254')) shown++;
    for (const { attributes } of tagsOf(page))
      for (const name of ['href', 'src', 'action', 'data', 'srcset', 'content'])
        trial.must(
          !/^\s*(?:javascript|vbscript|file|gopher|http):/i.test(
            name === 'content' ? '' : (attributes.get(name) ?? ''),
          ),
          `${path} leads to ${attributes.get(name)}`,
        );
  }
  await trial.ask(nora, {
    path: `${wren.home}/child`,
    form: { ...childForm, 'resting-place': '' },
  });
  await trial.ask(nora, { path: `${letter.path}/bin`, form: {} });
  await new Promise((closed) => listener.close(closed));
  trial.must(calls === 0, `the site asked ${calls} times at an address that somebody wrote`);
  return arrived(shown, 4, 'pages show them as words; none is a link, and nobody was asked at any');
};
