import type { Version } from '#tributes/tribute.ts';

/**
 * An earlier version as it may be shown today. Its words are exact. Of its photographs those stand that the
 * family still shows with the tribute, and what was covered since is covered here too.
 */
export function shownToday(version: Version, now: Version): Version {
  const photographs = version.photographs.flatMap((placed) => {
    const today = now.photographs.find(({ photographId }) => photographId === placed.photographId);
    return today ? [{ ...placed, cover: placed.cover ?? today.cover }] : [];
  });
  return { ...version, photographs, cover: version.cover ?? now.cover };
}
