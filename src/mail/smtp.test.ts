import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Mail } from '#mail/mailer.ts';
import { UnsafeMail } from '#mail/recipient.ts';
import { renderMail } from '#mail/render.tsx';
import { MailRefused, smtpMailer } from '#mail/smtp.ts';

type Received = { from: string; to: string[]; mail: ParsedMail };
const received: Received[] = [];
const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData(stream, session, done) {
    const { mailFrom, rcptTo } = session.envelope;
    simpleParser(stream, (error, mail) => {
      received.push({
        from: mailFrom ? mailFrom.address : '',
        to: rcptTo.map(({ address }) => address),
        mail,
      });
      done(error);
    });
  },
});
const url = (): string => `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
const from = 'snowdrop@site.example';
const parts = renderMail({
  language: 'en',
  title: 'Sign in to Snowdrop',
  paragraphs: ['The link works once.'],
  action: { label: 'Sign in', url: 'https://site.example/sign-in/link/abc?a=1&b=2' },
  code: '012345',
});
const mail: Mail = { to: 'nora@family.example', subject: 'Sign in to Snowdrop', language: 'en', ...parts };

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
});
afterAll(() => new Promise<void>((closed) => server.close(() => closed())));
beforeEach(() => received.splice(0));

test('a mail arrives as text and HTML, from the site, at one address', async () => {
  await smtpMailer(url(), from).send(mail);
  const [{ from: sender, to, mail: arrived }] = received as [Received];
  expect(sender).toBe(from);
  expect(to).toEqual(['nora@family.example']);
  expect(arrived.subject).toBe('Sign in to Snowdrop');
  expect(arrived.text).toBe(mail.text);
  expect(arrived.text).toContain('https://site.example/sign-in/link/abc?a=1&b=2');
  expect(arrived.text).toContain('012345');
  expect(arrived.html).toBe(mail.html);
  expect(arrived.html).not.toMatch(/<img|<script|<link|src=/);
  expect(arrived.messageId).toMatch(/^<[0-9a-f-]{36}@site\.example>$/);
  expect(arrived.headers.get('auto-submitted')).toBe('auto-generated');
  expect(arrived.headers.get('content-language')).toBe('en');
});

test('each mail has a name of its own', async () => {
  const mailer = smtpMailer(url(), from);
  await mailer.send(mail);
  await mailer.send(mail);
  expect(new Set(received.map((one) => one.mail.messageId)).size).toBe(2);
});

test.each([
  'nora@family.example\r\nBcc: evil@evil.example',
  'nora@family.example\nBcc: evil@evil.example',
  'nora@family.example, evil@evil.example',
  'nora@family.example; evil@evil.example',
  '<evil@evil.example> nora@family.example',
  'nora@family.example <evil@evil.example>',
  'friends: nora@family.example, evil@evil.example;',
  'nora(evil@evil.example)@family.example',
  '"nora@family.example\\r\\n"@evil.example',
  'nora@family.example\0',
  'nora@family.example> RCPT TO:<evil@evil.example',
  'nora@family.example SIZE=1',
  `${'n'.repeat(65)}@family.example`,
  'nora',
  '',
])('nothing leaves for %j', async (to) => {
  await expect(smtpMailer(url(), from).send({ ...mail, to })).rejects.toThrow(UnsafeMail);
  expect(received).toEqual([]);
});

test('a refused address is in no error', async () => {
  const refused: unknown = await smtpMailer(url(), from)
    .send({ ...mail, to: 'nora@family.example\r\nBcc: x' })
    .catch((error: unknown) => error);
  expect(String(refused)).not.toContain('nora');
});

test('a subject cannot bring a header with it', async () => {
  const subject = 'Nora\r\nBcc: evil@evil.example';
  await expect(smtpMailer(url(), from).send({ ...mail, subject })).rejects.toThrow(UnsafeMail);
  await smtpMailer(url(), from).send({ ...mail, subject: '“Nora” <x@y>, Bcc: evil@evil.example — نورا' });
  expect(received.map(({ to }) => to)).toEqual([['nora@family.example']]);
  expect(received[0]?.mail.subject).toBe('“Nora” <x@y>, Bcc: evil@evil.example — نورا');
});

test('words that look like HTML stay words', () => {
  const { html } = renderMail({
    language: 'ar',
    title: '<script>alert(1)</script>',
    paragraphs: ['a & b </p>'],
  });
  expect(html).toContain('&lt;script&gt;');
  expect(html).toContain('a &amp; b &lt;/p&gt;');
  expect(html).toContain('<html lang="ar" dir="rtl">');
});

test('a password leaves for this machine, and for another one only with TLS', async () => {
  const heard: string[] = [];
  const asking = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth({ password }, _session, done) {
      heard.push(password ?? '');
      done(null, { user: 'name' });
    },
  });
  asking.listen(0, '127.0.0.1');
  await once(asking.server, 'listening');
  const { port } = asking.server.address() as AddressInfo;
  await smtpMailer(`smtp://name:pass%40word@127.0.0.1:${port}`, from).send(mail);
  // The same machine under a name that does not say so.
  await expect(smtpMailer(`smtp://name:pass%40word@0.0.0.0:${port}`, from).send(mail)).rejects.toThrow();
  expect(heard).toEqual(['pass@word']);
  await new Promise<void>((closed) => asking.close(() => closed()));
});

test('a server that is not there, or refuses, is told to whoever sends, without the address', async () => {
  const gone = createServer().listen(0, '127.0.0.1');
  await once(gone, 'listening');
  const { port } = gone.address() as AddressInfo;
  gone.close();
  await once(gone, 'close');
  await expect(smtpMailer(`smtp://127.0.0.1:${port}`, from).send(mail)).rejects.toThrow(MailRefused);

  const refusing = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _session, done) => done(new Error(`550 We do not know ${address}`)),
  });
  refusing.listen(0, '127.0.0.1');
  await once(refusing.server, 'listening');
  const refusal: unknown = await smtpMailer(
    `smtp://127.0.0.1:${(refusing.server.address() as AddressInfo).port}`,
    from,
  )
    .send(mail)
    .catch((error: unknown) => error);
  expect(refusal).toMatchObject({ name: 'MailRefused', code: 'EENVELOPE_550' });
  expect(String((refusal as Error).stack)).not.toContain('nora');
  await new Promise<void>((closed) => refusing.close(() => closed()));
});
