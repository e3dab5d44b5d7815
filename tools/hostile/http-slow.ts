import { oddParts } from '#test/odd.ts';
import { arrived, type Attack } from './attack.ts';
import type { Letter } from './family.ts';
import type { Person } from './people.ts';
import { bytesOf, host, type Visitor } from './request.ts';
import type { Trial } from './trial.ts';

const megabyte = 1024 * 1024;
const chunk = Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(megabyte, 'x'), Buffer.from('\r\n')]);

/** The head of a request whose body comes in chunks, and nobody says how many. */
function chunkedHead(visitor: Visitor, path: string, type: string): Buffer {
  const headers = { 'content-length': undefined, 'content-type': type, 'transfer-encoding': 'chunked' };
  return bytesOf(visitor, { path, method: 'POST', body: '', headers });
}

/** Bodies beyond all measure, hung up in the middle, of parts that are none. */
export const bodiesGroup: Attack = async (trial, { nora }) => {
  const stranger = trial.place.stranger();
  let refused = 0;
  const oversize = async (as: string, visitor: Visitor, path: string, type: string, most: number) => {
    let sent = 0;
    function* parts() {
      yield chunkedHead(visitor, path, type);
      for (; sent < 80; sent++) yield chunk;
    }
    let before = 0;
    const onAnswer = (): void => void (before = sent);
    const { answers } = await trial.raw(as, parts(), { onAnswer, patience: 60_000 });
    const status = answers[0]?.status;
    trial.must(before < most, `${as}: ${before} MB instead of ${most} were taken before it was refused`);
    trial.must(status === 413, `${as}: ${status} instead of 413`);
    if (status === 413) refused++;
  };
  await trial.unchanged('bodies beyond all measure', async () => {
    await oversize('80 MB of JSON in chunks', stranger, '/sign-in/passkey', 'application/json', 20);
    await oversize('80 MB of a form in chunks', nora, '/home/you', 'application/x-www-form-urlencoded', 60);
    const many = 'multipart/form-data; boundary=x';
    await oversize('80 MB before the first part', nora, '/home/you', many, 80);
    const length = { 'content-length': String(2 ** 40), 'content-type': 'application/json' };
    const huge = bytesOf(stranger, { path: '/sign-in/passkey', method: 'POST', body: '{', headers: length });
    const { answers } = await trial.raw('a terabyte of JSON, it says', [huge], {
      patience: 60_000,
      slowly: true,
    });
    trial.must(answers[0]?.status === 413, `a terabyte: ${answers[0]?.status} instead of 413`);
    await cutOff(trial, nora);
    await odd(trial, nora);
  });
  return arrived(refused, 3, 'were refused by the site before all of it was sent');
};

/**
 * A letter that never ends, a head that never begins, a reader who never reads, and one who sends on when it was
 * refused long ago. Takes as long as the site waits.
 */
export const slowGroup: Attack = async (trial, { nora, longest }) => {
  const [, ...waits] = await Promise.all([
    sendsOn(trial, nora),
    neverEnds(trial, nora),
    neverBegins(trial),
    neverReads(trial, nora, longest),
  ]);
  return arrived(waits.filter(Boolean).length, 3, 'were let go by the site, and not by us');
};

/** Hung up in the middle: nothing is kept, and it is no fault that the log tells of. */
async function cutOff(trial: Trial, nora: Visitor): Promise<void> {
  const whole = bytesOf(nora, {
    path: '/home/you',
    form: { name: 'Nora', email: '', text: 'x'.repeat(100_000) },
  });
  const file = { field: 'portrait', name: 'a.jpg', bytes: Buffer.alloc(100_000) };
  const upload = bytesOf(nora, { path: '/home/you', form: { name: 'Nora' }, files: [file] });
  for (const bytes of [whole, upload])
    await trial.raw('a form that is cut off', [bytes.subarray(0, 50_000)], { patience: 200, slowly: true });
}

/** Forms of parts that are none, to who is signed in and to who is not. Somebody must be there to answer the next. */
async function odd(trial: Trial, nora: Person): Promise<void> {
  for (const body of oddParts) {
    for (const [visitor, path] of [
      [nora, '/home/you'],
      [trial.place.stranger(), '/home/you'],
      [trial.place.stranger(), '/sign-in'],
    ] as const) {
      const asked = { path, body, type: 'multipart/form-data; boundary=between' };
      await trial.refused(
        visitor,
        asked,
        [401, 413, 422],
        `parts like ${JSON.stringify(body.slice(0, 60))} at ${path}`,
      );
    }
  }
}

/** A browser on a slow line shows no answer before it has sent everything (RFC 9112, 9.6). */
async function sendsOn(trial: Trial, nora: Visitor): Promise<void> {
  const as = 'seconds of a form after it was refused';
  const length = { 'content-length': String(12 * megabyte), connection: undefined };
  const type = 'application/x-www-form-urlencoded';
  const head = bytesOf(nora, { path: '/home/you', method: 'POST', body: '', type, headers: length });
  const next = bytesOf(trial.place.stranger(), { path: '/robots.txt' });
  const parts = [head, ...Array.from({ length: 48 }, () => 'x'.repeat(megabyte / 4)), next];
  const { answers, ended } = await trial.raw(as, parts, { pause: 250, patience: 120_000, slowly: true });
  const statuses = answers.map(({ status }) => status).join(' and ');
  trial.must(
    statuses === '413 and 200',
    `${as}: ${statuses}, ${ended}, instead of 413 and 200 to what is next`,
  );
}

/** A byte a second of a letter. */
async function neverEnds(trial: Trial, nora: Visitor): Promise<boolean> {
  const head = bytesOf(nora, { path: '/home/you', form: { name: 'x'.repeat(2000) } }).subarray(0, -1900);
  const drops = Array.from({ length: 60 }, () => 'x');
  const { answers, ended } = await trial.raw('a byte a second', [head, ...drops], {
    pause: 1000,
    patience: 60_000,
    slowly: true,
  });
  trial.must(ended !== 'patience', 'a byte a second keeps a connection for ever');
  trial.must(answers[0]?.status === 408, `a byte a second: ${answers[0]?.status} instead of 408`);
  return answers[0]?.status === 408;
}

/** A head that never comes to its end. */
async function neverBegins(trial: Trial): Promise<boolean> {
  const drops = Array.from({ length: 60 }, (_, at) => `x-${at}: 1\r\n`);
  const head = `GET /wren HTTP/1.1\r\nhost: ${host}\r\n`;
  const { answers, ended } = await trial.raw('a header a second', [head, ...drops], {
    pause: 1000,
    patience: 60_000,
    slowly: true,
  });
  trial.must(ended !== 'patience', 'a header a second keeps a connection for ever');
  trial.must(answers[0]?.status === 408, `a header a second: ${answers[0]?.status} instead of 408`);
  return answers[0]?.status === 408;
}

/** Answers of forty megabytes that nobody takes from the wire. */
async function neverReads(trial: Trial, nora: Person, letter: Letter): Promise<boolean> {
  const path = `${letter.path}/preview`;
  // Asked for first: later the clock of this site may be another, and nobody signed in.
  const whole = await trial.ask(nora, { path });
  trial.must(whole.status === 200 && whole.body.byteLength > 10_000_000, 'the long letter is not there');
  const asked = bytesOf(nora, { path, headers: { connection: undefined } });
  const { bytes, ended } = await trial.raw('a reader who never reads', [asked, asked, asked, asked], {
    // Half a minute without a byte, counted anew once after the last that went into the wire.
    stopsFor: 70_000,
    patience: 200_000,
    slowly: true,
  });
  trial.must(ended !== 'patience' && bytes.byteLength > 0, 'who never reads is served for ever');
  const isCut = bytes.byteLength < 4 * whole.body.byteLength;
  trial.must(isCut, 'who never reads got it all');
  return isCut;
}
