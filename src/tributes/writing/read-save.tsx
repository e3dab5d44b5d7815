import type { Context } from 'hono';
import type { Fields } from '#http/fields.ts';
import { countIn } from '#http/forms.ts';
import { deviceOf } from '#people/devices/device.ts';
import type { Save } from '#tributes/writing/keep-draft.ts';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Where a save comes from, as its page says: the save it began from, the page itself, the device. */
export function readSave(c: Context, fields: Fields): Omit<Save, 'words'> {
  const editor = fields['editor'] ?? '';
  return {
    beganFrom: countIn(fields['revision']),
    editor: uuid.test(editor) ? editor : crypto.randomUUID(),
    device: deviceOf(c.req.header('user-agent')),
  };
}
