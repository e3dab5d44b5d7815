import type { Memorial } from '#memorials/memorial.ts';

/** Where anybody can say that something is wrong with a page, without an account. */
export const reportPath = (memorial: Pick<Memorial, 'address'>, about: string): string =>
  `/to/${encodeURIComponent(memorial.address ?? '')}/report?about=${encodeURIComponent(about)}`;
