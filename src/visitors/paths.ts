import type { Memorial } from '#memorials/memorial.ts';

type Addressed = Pick<Memorial, 'address'>;

/** Where anybody can say that something is wrong with a page, without an account. */
export const reportPath = (memorial: Addressed, about: string): string => pathTo(memorial, 'report', about);

/** Where one is thanked for it. */
export const reportedPath = (memorial: Addressed, about: string): string =>
  pathTo(memorial, 'report/thanks', about);

function pathTo({ address }: Addressed, act: string, about: string): string {
  return `/to/${encodeURIComponent(address ?? '')}/${act}?about=${encodeURIComponent(about)}`;
}
