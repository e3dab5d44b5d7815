import { wren } from '#test/cast.ts';
import { formTo } from '#test/html.ts';
import { type Visitor, world } from '#test/world.ts';

export const least = { called: wren.called, sentence: wren.sentence, 'word-set': 'neutral', drawing: 'twig' };
/** Everything that can be ticked when a page is opened. */
export const everything = {
  'shows-name': 'yes',
  'shows-sentence': 'yes',
  'shows-days': 'yes',
  'shows-loss': 'yes',
  'shows-measures': 'yes',
  'shows-resting-place': 'yes',
  'shows-siblings': 'yes',
};

/** A family at the form of everything that is kept about their child: sending it, and what stands in it. */
export async function atChildForm() {
  const site = await world();
  const family = await site.family();
  const home = `/home/memorials/${family.memorial.id}`;
  const send = (path: string, form: Record<string, string>, as: Visitor = family.mother) =>
    site.request(`${home}${path}`, { as, form });
  const keep = (form: Record<string, string>) => send('/child', { ...least, ...form });
  const now = () => site.memorialNow(family.memorial);
  const shown = () => formOf(site, home, family.mother);
  return { site, ...family, home, send, keep, now, shown };
}

async function formOf(site: Awaited<ReturnType<typeof world>>, home: string, as: Visitor) {
  return formTo((await site.request(`${home}/child`, { as })).text, `${home}/child`).fields;
}

/** The fields of a day in a row of the form. */
export const dayFields = (row: string, year: string, more: Record<string, string> = {}) => ({
  [`day-${row}-asked`]: 'yes',
  [`day-${row}-shown`]: 'yes',
  [`day-${row}-year`]: year,
  ...Object.fromEntries(Object.entries(more).map(([part, typed]) => [`day-${row}-${part}`, typed])),
});
