import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configure, reset } from '@logtape/logtape';
import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileMailer, sweepMails } from '#mail/eml-files.ts';
import type { Mail } from '#mail/mailer.ts';
import { UnsafeMail } from '#mail/recipient.ts';

const mail: Mail = {
  to: 'nora@family.example',
  subject: 'Sign in — نورا',
  language: 'en',
  text: 'https://site.example/sign-in/link/secret\n\n012345\n',
  html: '<p>012345</p>',
};
let folder: string;
const logged: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'snowdrop-mails-'));
  logged.splice(0);
  await configure({
    reset: true,
    sinks: { heard: ({ message, properties }) => logged.push(JSON.stringify([message, properties])) },
    loggers: [
      { category: 'snowdrop', sinks: ['heard'] },
      { category: ['logtape', 'meta'], sinks: [] },
    ],
  });
});
afterEach(async () => {
  await reset();
  await rm(folder, { recursive: true });
});

test('without SMTP a mail is a file that only its owner can read', async () => {
  await fileMailer(folder, 'snowdrop@localhost').send(mail);
  const [name = ''] = await readdir(folder);
  expect(name).toMatch(/^[0-9a-f-]{36}\.eml$/);
  expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
  const { subject, text, html, to } = await simpleParser(await readFile(join(folder, name)));
  expect({ subject, text, html, to: [to].flat()[0]?.text }).toEqual({
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    to: mail.to,
  });
});

test('the log tells the name of the file, and neither link, digits nor address', async () => {
  await fileMailer(folder, 'snowdrop@localhost').send(mail);
  const [name = ''] = await readdir(folder);
  expect(logged).toHaveLength(1);
  expect(logged[0]).toContain(name);
  expect(logged[0]).not.toMatch(/secret|012345|nora/);
});

test('an unsafe address becomes no file', async () => {
  const to = 'nora@family.example\r\nBcc: evil@evil.example';
  await expect(fileMailer(folder, 'snowdrop@localhost').send({ ...mail, to })).rejects.toThrow(UnsafeMail);
  expect(await readdir(folder)).toEqual([]);
});

test('mails are removed after a day, and nothing else is', async () => {
  await fileMailer(folder, 'snowdrop@localhost').send(mail);
  await writeFile(join(folder, 'note.txt'), 'mine');
  const inHours = (hours: number): string => Temporal.Now.instant().add({ hours }).toString();
  await sweepMails(folder, inHours(23));
  expect(await readdir(folder)).toHaveLength(2);
  await sweepMails(folder, inHours(25));
  expect(await readdir(folder)).toEqual(['note.txt']);
});
