import { formTo } from '#test/html.ts';
import type { Answer, Visitor, World } from '#test/world.ts';

export type Asked = { page: Answer; link: string; code: string; attempt: string };

/** Asks for a mail and reads what came, if anything did. */
export async function askForMail(
  site: World,
  email: string,
  as: Visitor = site.stranger(),
  form: Record<string, string> = {},
): Promise<Asked> {
  const page = await site.request('/sign-in', { as, form: { email, ...form } });
  const mail = (await site.mails()).at(-1)?.text ?? '';
  const link = /https:\/\/snowdrop\.example(\/sign-in\/link\/[\w-]{43})/.exec(mail)?.[1] ?? '';
  const code = /^\d{6}$/m.exec(mail)?.[0] ?? '';
  return { page, link, code, attempt: formTo(page.text, '/sign-in/code').fields['attempt'] ?? '' };
}
