import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { describe, expect, test, vi } from 'vitest';
import { readFields, readFieldsAndFiles } from '#http/fields.ts';
import { Refused } from '#http/refusals.ts';
import { letter } from '#test/cast.ts';
import { oddParts } from '#test/odd.ts';
import { countWork } from '#test/worked.ts';

const urlencoded = 'application/x-www-form-urlencoded';
const multipart = 'multipart/form-data; boundary=between';

const app = new Hono();
app.post('/fields', async (c) => c.json(await readFields(c)));
app.post('/files', async (c) => {
  const { fields, taken } = await readFieldsAndFiles(c, async ({ field, name, stream }) => {
    const chunks = await Readable.from(stream).toArray();
    return { field, name, text: Buffer.concat(chunks as Buffer[]).toString('utf8') };
  });
  return c.json({ fields, taken });
});
app.onError((error, c) => {
  if (!(error instanceof Refused)) throw error;
  return c.text(error.why, 422);
});

async function post(path: string, body: BodyInit, type: string): Promise<unknown> {
  const answer = await app.request(path, {
    method: 'POST',
    body,
    headers: { 'content-type': type },
    duplex: 'half',
  } as RequestInit);
  return answer.ok ? answer.json() : answer.text();
}

const part = (name: string, value: string, more = '') =>
  `--between\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((one) => (typeof one === 'string' ? Buffer.from(one) : Buffer.from(one))));

describe('a form as browsers send it', () => {
  test.each([
    ['text=one%0D%0Atwo', { text: 'one\ntwo' }],
    ['text=a+b%2Bc', { text: 'a b+c' }],
    ['text=', { text: '' }],
    ['text', { text: '' }],
    ['text=a=b==', { text: 'a=b==' }],
    ['text=1&text=2', { text: '2' }],
    ['&&text=1&&', { text: '1' }],
    ['text=100%', { text: '100%' }],
    ['text=%zz%4', { text: '%zz%4' }],
    ['text=%EF%BB%BFfirst', { text: '\ufefffirst' }],
    ['text=%00', { text: '\0' }],
    ['', {}],
    ['=nameless', {}],
    ['__proto__=x&constructor=y', { constructor: 'y' }],
  ])('%s', async (body, fields) => {
    expect(await post('/fields', body, urlencoded)).toEqual(fields);
  });

  test('a letter comes whole either way', async () => {
    const asTyped = letter.text.replaceAll('\n', '\r\n');
    expect(await post('/fields', `text=${encodeURIComponent(asTyped)}`, urlencoded)).toEqual({
      text: letter.text,
    });
    expect(await post('/fields', `${part('text', asTyped)}--between--\r\n`, multipart)).toEqual({
      text: letter.text,
    });
  });

  test('the type of a form may be written in any case', async () => {
    expect(await post('/fields', 'text=1', 'Application/X-WWW-Form-URLencoded; charset=UTF-8')).toEqual({
      text: '1',
    });
    expect(
      await post('/fields', `${part('text', '1')}--between--\r\n`, 'Multipart/Form-Data; boundary=between'),
    ).toEqual({ text: '1' });
  });
});

describe('what is no UTF-8 is marked in its line, never replaced silently', () => {
  const marked = { text: 'one\ntw\ufffd\ufffd\ufffdo\ud800\nthree' };

  test('percent-encoded', async () => {
    expect(await post('/fields', 'text=one%0Atw%ED%A0%80o%0Athree', urlencoded)).toEqual(marked);
  });

  test('as bytes of a part', async () => {
    const body = bytes(
      '--between\r\nContent-Disposition: form-data; name="text"\r\n\r\none\ntw',
      [0xed, 0xa0, 0x80],
      'o\nthree\r\n--between--\r\n',
    );
    expect(await post('/fields', body, multipart)).toEqual(marked);
  });

  test('in the name of a file', async () => {
    const body = bytes(
      '--between\r\nContent-Disposition: form-data; name="portrait"; filename="w',
      [0xff],
      '.jpg"\r\n\r\nx\r\n--between--\r\n',
    );
    expect(await post('/files', body, multipart)).toMatchObject({
      taken: [{ field: 'portrait', text: 'x' }],
    });
  });
});

describe('files', () => {
  test('come in order beside the fields, and one that was not chosen does not come', async () => {
    const body = `${part('a', 'first', '; filename="a.jpg"')}${part('text', 'words')}${part('b', 'second', '; filename="حب.jpg"')}${part('c', '', '; filename=""')}--between--\r\n`;
    expect(await post('/files', body, multipart)).toEqual({
      fields: { text: 'words' },
      taken: [
        { field: 'a', name: 'a.jpg', text: 'first' },
        { field: 'b', name: 'حب.jpg', text: 'second' },
      ],
    });
  });

  test('more than fifty are refused as a whole, so that none vanishes silently', async () => {
    const many = (count: number) =>
      `${Array.from({ length: count }, (_, at) => part('photographs', String(at), `; filename="${at}.jpg"`)).join('')}--between--\r\n`;
    expect(await post('/files', many(50), multipart)).toHaveProperty('taken.length', 50);
    expect(await post('/files', many(51), multipart)).toBe('too-large');
  });
});

describe('a form that is cut off in a file', () => {
  test.each([
    [
      'cut',
      `${part('a', 'whole', '; filename="a.jpg"')}--between\r\nContent-Disposition: form-data; name="b"; filename="b.jpg"\r\n\r\nhal`,
    ],
    [
      'too large',
      `--between\r\nContent-Disposition: form-data; name="b"; filename="b.jpg"\r\n\r\nhalf\r\n${part('a', 'x'.repeat(33 * 1024 * 1024))}`,
    ],
  ])('lets go of what it was taking: %s', async (_, body) => {
    const ends: string[] = [];
    const careful = new Hono();
    careful.post('/', async (c) => {
      await readFieldsAndFiles(c, async ({ name, stream }) => {
        try {
          for await (const chunk of stream) void chunk;
          ends.push(`${name} whole`);
        } catch {
          ends.push(`${name} let go`);
        }
      });
      return c.text('taken');
    });
    careful.onError((error, c) => c.text(error instanceof Refused ? error.why : 'thrown', 422));
    const answer = await careful.request('/', {
      method: 'POST',
      body,
      headers: { 'content-type': multipart },
    });
    expect(await answer.text()).toMatch(/unreadable|too-large/);
    await vi.waitFor(() => expect(ends).toHaveLength(body.split('filename').length - 1));
  });
});

describe('what is no form is refused', () => {
  test('one that is cut off on its way, too, and it is nobody’s fault', async () => {
    const cut = new ReadableStream({
      pull(controller) {
        controller.enqueue(Buffer.from('text=Dear'));
        controller.error(new Error('aborted'));
      },
    });
    expect(await post('/fields', cut, urlencoded)).toBe('unreadable');
  });

  test.each([
    ['application/json', '{"text":"x"}'],
    ['text/plain', 'text=x'],
    ['', 'text=x'],
    ['multipart/form-data', `${part('text', 'x')}--between--`],
    ['multipart/form-data; boundary=', 'x'],
    [multipart, ''],
    [multipart, 'nothing of the sort'],
    [multipart, part('text', 'cut sho')],
    [multipart, '--between\r\nContent-Disposition: form-data; name="a"; filename="a.jpg"\r\n\r\ncut'],
  ])('%s', async (type, body) => {
    expect(await post('/fields', body, type)).toBe('unreadable');
    expect(await post('/files', body, type)).toBe('unreadable');
  });
});

test.each(oddParts)('parts like %.80j end neither in a fault nor in silence', async (body) => {
  for (const path of ['/fields', '/files']) {
    const read = await post(path, body, multipart);
    if (typeof read === 'string') expect(['unreadable', 'too-large']).toContain(read);
  }
});

describe('what is more than a form', () => {
  const megabytes = (count: number) => 'x'.repeat(count * 1024 * 1024);

  test('is refused beyond 32 MB, however it is split', async () => {
    expect(await post('/fields', `text=${megabytes(33)}`, urlencoded)).toBe('too-large');
    expect(await post('/fields', `${part('a', megabytes(33))}--between--\r\n`, multipart)).toBe('too-large');
    expect(
      await post(
        '/fields',
        `${part('a', megabytes(17))}${part('b', megabytes(17))}--between--\r\n`,
        multipart,
      ),
    ).toBe('too-large');
  });

  test('is refused while it arrives, not after', async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent++;
        if (sent > 80) return controller.close();
        controller.enqueue(Buffer.alloc(1024 * 1024, 'x'));
      },
    });
    expect(await post('/fields', endless, urlencoded)).toBe('too-large');
    expect(sent).toBeLessThan(40);
  });

  test.each([
    ['before the first part', ''],
    [
      'in a file that was not chosen',
      '--between\r\nContent-Disposition: form-data; name="a"; filename=""\r\n\r\n',
    ],
    ['behind the last part', `${part('text', 'x')}--between--\r\n`],
  ])('is refused while it arrives where it belongs to nothing: %s', async (_, begins) => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent++;
        if (sent > 120) return controller.close();
        controller.enqueue(sent === 1 ? Buffer.from(begins || 'x') : Buffer.alloc(1024 * 1024, 'x'));
      },
    });
    expect(await post('/files', endless, multipart)).toBe('too-large');
    expect(sent).toBeLessThan(50);
  });

  test('is not what is in a file', async () => {
    const file = part('a', 'x'.repeat(40 * 1024 * 1024), '; filename="a.jpg"');
    const answer = await post('/files', `${file}--between--\r\n`, multipart);
    expect(answer).toHaveProperty('taken.length', 1);
  });

  test('is refused beyond two thousand fields, at once', async () => {
    const worked = countWork();
    expect(await post('/fields', 'a&'.repeat(2_000_000), urlencoded)).toBe('too-large');
    expect(worked()).toBeLessThan(2000);
    expect(
      await post(
        '/fields',
        `${Array.from({ length: 4001 }, (_, at) => part(`f${at}`, '')).join('')}--between--\r\n`,
        multipart,
      ),
    ).toBe('too-large');
    expect(
      Object.keys(
        (await post(
          '/fields',
          Array.from({ length: 4000 }, (_, at) => `f${at}`).join('&'),
          urlencoded,
        )) as object,
      ),
    ).toHaveLength(4000);
  });
});
