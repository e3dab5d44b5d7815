import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { cameraPhotograph } from '#test/camera.ts';
import { world } from '#test/world.ts';
import { findDrafts } from '#tributes/drafts.ts';

test('a page without scripts that is sent twice keeps its photograph once', async () => {
  const site = await world();
  const { mother, memorial } = await site.family();
  const begun = await site.letter(memorial, mother, { published: false });
  const bytes = await cameraPhotograph({ width: 300, height: 200, orientation: 1 });
  const hospital = () => new File([bytes as Uint8Array<ArrayBuffer>], 'hospital.jpg', { type: 'image/jpeg' });
  const sent = (revision: number, editor = randomUUID()) => ({
    as: mother,
    form: { revision: String(revision), editor, title: '', text: 'To you', language: 'en' },
    files: { photographs: hospital() },
  });
  const again = sent(begun.revision);
  for (let times = 0; times < 2; times++) {
    const answer = await site.request(`/home/tributes/${begun.id}/draft`, again);
    expect(answer.status).toBe(303);
  }
  const { draft, beside } = await findDrafts(site.database.reader, begun.id);
  expect(draft).toMatchObject({ text: 'To you', photographs: [{ after: expect.any(Number) }] });
  expect(beside).toEqual([]);

  // Chosen again on a page that knows of the first, it is wanted twice.
  await site.request(`/home/tributes/${begun.id}/draft`, sent(begun.revision + 1));
  expect((await findDrafts(site.database.reader, begun.id)).draft?.photographs).toHaveLength(2);
});
