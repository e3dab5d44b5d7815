import { allRoutes } from '#routes.ts';
import type { Site } from '#schema/site.ts';
import type { Family } from './family.ts';
import { origin } from './request.ts';

export type Address = { method: string; pattern: string; path: string };

/** Every address of the site, as the family of this run finds it; one that is new is among them by itself. */
export function addressesOf(family: Family): Address[] {
  // Nobody asks these routes for anything: only their list is read.
  const site = { url: origin, proxies: 1, database: {}, mailer: {}, folder: {} } as unknown as Site;
  const known = new Map<string, Address>();
  for (const { method, path } of allRoutes(site).routes) {
    if (method === 'ALL') continue;
    known.set(`${method} ${path}`, { method, pattern: path, path: filled(path, family) });
  }
  return [...known.values()];
}

/** The pages among them. */
export function pagesOf(family: Family): Address[] {
  return addressesOf(family).filter(({ method }) => method === 'GET');
}

/** What takes something; a form says DELETE in its address. */
export function takersOf(family: Family): Address[] {
  return addressesOf(family)
    .filter(({ method }) => method !== 'GET')
    .map((one) => ({ ...one, path: one.method === 'DELETE' ? `${one.path}?_method=delete` : one.path }));
}

function filled(pattern: string, { wren, letters, photographs }: Family): string {
  return (
    pattern
      .replace('/home/memorials/:id', wren.home)
      .replace('/home/tributes/:id', letters.everyone.path)
      .replace('/home/photographs/:id/:file', `/home/photographs/${photographs.private}/480.jpeg`)
      .replace(':memorial/:tribute', `${wren.address}/${letters.everyone.address}`)
      .replace(':memorial', wren.address)
      .replace(/:tribute$/, letters.everyone.address)
      .replace(':step', 'day')
      .replace(':number', '1')
      .replace(':page', '1')
      // A pattern of what a part may be (“:file{.+\.json}”) is no part of an address.
      .replaceAll(/:\w+(?:\{[^}]*\})?/g, 'x')
  );
}
