import type { Form } from '#test/html.ts';
import type { Answer, Visitor, World } from '#test/world.ts';

/** Sends a form of a page as a browser does: line breaks as CRLF, in the encoding that the form asks for. */
export function press(
  site: World,
  as: Visitor,
  form: Form,
  typed: Record<string, string> = {},
): Promise<Answer> {
  const fields = Object.entries({ ...form.fields, ...typed }).map(([name, value]) => [
    name,
    value.replaceAll('\n', '\r\n'),
  ]);
  const multipart = form.enctype === 'multipart/form-data';
  return site.request(form.action, {
    as,
    method: 'POST',
    form: Object.fromEntries(fields) as Record<string, string>,
    multipart,
  });
}
