import { audienceOf } from '#audiences/audience.ts';
import { dateFromText, dateToText } from '#lib/partial-date.ts';
import { type Day, dayKindOf } from '#memorials/day.ts';
import { type Measure, type Memorial, type Name, pronouns, type Sibling } from '#memorials/memorial.ts';
import { vocabularyFrom } from '#memorials/vocabulary.ts';
import type { Tables } from '#schema/tables.ts';

// How a memorial, its days and its siblings stand in the rows of their tables.

export function memorialFrom(row: Tables['memorial'], days: Day[], siblings: Sibling[]): Memorial {
  return {
    id: row.id,
    familyId: row.family_id,
    createdBy: row.created_by,
    createdAt: row.created_at,
    audience: audienceOf(row.audience),
    address: row.address ?? undefined,
    language: row.language,
    called: row.called,
    pronunciation: row.pronunciation,
    names: JSON.parse(row.names) as Name[],
    pronouns: pronouns.find((known) => known === row.pronouns) ?? '',
    sentence: row.sentence,
    vocabulary: vocabularyFrom(row.word_sets, row.words),
    drawing: row.drawing,
    portraitId: row.portrait_id ?? undefined,
    portraitAlternative: row.portrait_alternative,
    palette: row.palette,
    days,
    loss: row.loss,
    measures: JSON.parse(row.measures) as Measure[],
    restingPlace: row.resting_place,
    siblings,
    shows: {
      name: row.shows_name === 1,
      sentence: row.shows_sentence === 1,
      days: row.shows_days === 1,
      portrait: row.shows_portrait === 1,
      loss: row.shows_loss === 1,
      measures: row.shows_measures === 1,
      'resting-place': row.shows_resting_place === 1,
      siblings: row.shows_siblings === 1,
    },
    listed: row.listed === 1,
    indexed: row.indexed === 1,
    federated: row.federated === 1,
    forPress: row.for_press === 1,
    invented: row.invented === 1,
    zone: row.zone,
    byHand: row.by_hand === 1,
    restsSince: row.rests_since ?? undefined,
    pausedSince: row.paused_since ?? undefined,
    leavesAt: row.leaves_at ?? undefined,
  };
}

export function rowOf(memorial: Memorial): Tables['memorial'] {
  return {
    id: memorial.id,
    family_id: memorial.familyId,
    created_by: memorial.createdBy,
    created_at: memorial.createdAt,
    audience: memorial.audience,
    address: memorial.address ?? null,
    language: memorial.language,
    called: memorial.called,
    pronunciation: memorial.pronunciation,
    names: JSON.stringify(memorial.names),
    pronouns: memorial.pronouns,
    sentence: memorial.sentence,
    word_sets: JSON.stringify(memorial.vocabulary.sets),
    words: JSON.stringify(memorial.vocabulary.own),
    drawing: memorial.drawing,
    portrait_id: memorial.portraitId ?? null,
    portrait_alternative: memorial.portraitAlternative,
    palette: memorial.palette,
    shows_name: Number(memorial.shows.name),
    shows_sentence: Number(memorial.shows.sentence),
    shows_days: Number(memorial.shows.days),
    shows_portrait: Number(memorial.shows.portrait),
    loss: memorial.loss,
    shows_loss: Number(memorial.shows.loss),
    measures: JSON.stringify(memorial.measures),
    shows_measures: Number(memorial.shows.measures),
    resting_place: memorial.restingPlace,
    shows_resting_place: Number(memorial.shows['resting-place']),
    shows_siblings: Number(memorial.shows.siblings),
    listed: Number(memorial.listed),
    indexed: Number(memorial.indexed),
    federated: Number(memorial.federated),
    for_press: Number(memorial.forPress),
    invented: Number(memorial.invented),
    zone: memorial.zone,
    by_hand: Number(memorial.byHand),
    rests_since: memorial.restsSince ?? null,
    paused_since: memorial.pausedSince ?? null,
    leaves_at: memorial.leavesAt ?? null,
  };
}

type DayRow = {
  day_id: string | null;
  day_kind: string | null;
  day_date: string | null;
  day_words: string | null;
  day_place: string | null;
  day_shown: number | null;
};

/** The day beside a memorial in its row, if there is one. */
export function dayIn(row: DayRow): Day[] {
  if (row.day_id === null) return [];
  return [
    {
      id: row.day_id,
      kind: dayKindOf(row.day_kind!),
      date: dateFromText(row.day_date!),
      words: row.day_words!,
      place: row.day_place!,
      shown: row.day_shown === 1,
    },
  ];
}

export function dayRow(day: Day, memorialId: string): Tables['memorial_day'] {
  return {
    id: day.id,
    memorial_id: memorialId,
    kind: day.kind,
    date: dateToText(day.date),
    words: day.words,
    place: day.place,
    shown: Number(day.shown),
  };
}

type SiblingRow = Pick<Tables['sibling'], 'name' | 'own_memorial_id'> & { sibling_id: string } & {
  [Column in keyof Tables['memorial']]: Tables['memorial'][Column] | null;
};

/** A sibling with the row of their own memorial, whose columns are all empty where they have none. */
export function siblingFrom(row: SiblingRow): Sibling {
  const sibling = { id: row.sibling_id, name: row.name, ownMemorialId: row.own_memorial_id ?? undefined };
  return row.id === null
    ? sibling
    : { ...sibling, page: memorialFrom(row as SiblingRow & Tables['memorial'], [], []) };
}

export function siblingRow(sibling: Sibling, position: number, memorialId: string): Tables['sibling'] {
  return {
    id: sibling.id,
    memorial_id: memorialId,
    position,
    name: sibling.name,
    own_memorial_id: sibling.ownMemorialId ?? null,
  };
}
