import { audienceOf } from '#audiences/audience.ts';
import { dateFromText, dateToText } from '#lib/partial-date.ts';
import type { Tables } from '#schema/tables.ts';
import {
  type Draft,
  type LaidCover,
  type Placed,
  type Pointer,
  type Published,
  type Signature,
  type Tribute,
  type TributeKind,
  tributeKinds,
  type Version,
  type Words,
} from '#tributes/tribute.ts';

// How tributes, their drafts and their versions stand in the rows of their tables.

type SeenRow = Tables['tribute'] &
  Omit<WordsRow, 'memory'> & {
    sha256: string;
    laid: string | null;
    version_memory: string | null;
    version_published_at: string;
    version_audience: string;
  };

export function publishedFrom(row: SeenRow): Published {
  const tribute = tributeFrom(row);
  const words = versionFrom({
    ...row,
    memory: row.version_memory,
    tribute_id: row.id,
    number: row.version,
    published_at: row.version_published_at,
    audience: row.version_audience,
  });
  return { ...tribute, publishedAt: row.published_at ?? words.publishedAt, words };
}

export function tributeFrom(row: Tables['tribute']): Tribute {
  return {
    id: row.id,
    memorialId: row.memorial_id,
    kind: kindOf(row.kind),
    writerId: row.writer_id,
    audience: audienceOf(row.audience),
    address: row.address,
    createdAt: row.created_at,
    revision: row.revision,
    version: row.version,
    publishedAt: row.published_at ?? undefined,
    firstPublishedAt: row.first_published_at ?? undefined,
    onlyForMe: row.only_for_me === 1,
    chapter: row.chapter ?? undefined,
    binnedAt: row.binned_at ?? undefined,
  };
}

export function tributeRow(tribute: Tribute) {
  return {
    id: tribute.id,
    memorial_id: tribute.memorialId,
    kind: tribute.kind,
    writer_id: tribute.writerId,
    audience: tribute.audience,
    address: tribute.address,
    created_at: tribute.createdAt,
    revision: tribute.revision,
    version: tribute.version,
    published_at: tribute.publishedAt ?? null,
    first_published_at: tribute.firstPublishedAt ?? null,
    only_for_me: Number(tribute.onlyForMe),
    chapter: tribute.chapter ?? null,
    binned_at: tribute.binnedAt ?? null,
  };
}

export function kindOf(column: string): TributeKind {
  const kind = tributeKinds.find((known) => known === column);
  if (!kind) throw new Error(`Not a kind of tribute: ${column}`);
  return kind;
}

export function wordsRow(words: Words) {
  return {
    title: words.title,
    text: words.text,
    language: words.language,
    memory: words.memory ? dateToText(words.memory) : null,
    signed: JSON.stringify(words.signed),
    photographs: JSON.stringify(words.photographs),
    addressee: words.addressee,
    place: words.place,
    keepsake: words.keepsake,
    points_to: JSON.stringify(words.pointsTo),
    cover: words.cover ?? null,
  };
}

export type WordsRow = ReturnType<typeof wordsRow>;

function wordsFrom(row: WordsRow): Words {
  return {
    title: row.title,
    text: row.text,
    language: row.language,
    memory: row.memory === null ? undefined : dateFromText(row.memory),
    signed: JSON.parse(row.signed) as Signature[],
    photographs: JSON.parse(row.photographs) as Placed[],
    addressee: row.addressee,
    place: row.place,
    keepsake: row.keepsake,
    pointsTo: JSON.parse(row.points_to) as Pointer[],
    cover: row.cover ?? undefined,
  };
}

export function draftFrom(row: Tables['draft']): Draft {
  return {
    ...wordsFrom(row),
    id: row.id,
    tributeId: row.tribute_id,
    beside: row.beside === 1,
    beganFrom: row.began_from,
    device: { browser: row.browser, machine: row.machine },
    updatedAt: row.updated_at,
  };
}

export function versionFrom(
  row: WordsRow & {
    tribute_id: string;
    number: number;
    sha256: string;
    published_at: string;
    audience: string;
    /** The covers that lie beside the tribute (`laidFrom`). */
    laid: string | null;
  },
): Version {
  return {
    ...wordsFrom(row),
    laid: laidFrom(row.laid),
    tributeId: row.tribute_id,
    number: row.number,
    sha256: row.sha256,
    publishedAt: row.published_at,
    audience: audienceOf(row.audience),
  };
}

/** The covers that parents laid beside the words of a tribute. One without a row has none. */
export function laidFrom(covers: string | null): LaidCover[] {
  return covers === null ? [] : (JSON.parse(covers) as LaidCover[]);
}
