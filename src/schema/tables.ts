import type { MemorialTables } from '#schema/memorial-tables.ts';
import type { PeopleTables } from '#schema/people-tables.ts';

/** Every table, as its rows are read. Instants are ISO 8601 in UTC; switches are 0 or 1; lists are JSON text. */
export type Tables = PeopleTables & MemorialTables & TributeTables;

/** What is written about a child, what is said of it, and what keeps the site going. */
type TributeTables = {
  setting: { name: string; value: string };
  tribute: {
    id: string;
    memorial_id: string;
    kind: string;
    writer_id: string;
    audience: string;
    address: string;
    created_at: string;
    revision: number;
    version: number;
    published_at: string | null;
    first_published_at: string | null;
    memory: string | null;
    happened: string;
    only_for_me: number;
    position: number | null;
    chapter: number | null;
    binned_at: string | null;
    binned_by: string | null;
  };
  tribute_version: {
    tribute_id: string;
    number: number;
    title: string;
    text: string;
    sha256: string;
    language: string;
    memory: string | null;
    signed: string;
    photographs: string;
    published_at: string;
    published_by: string;
    addressee: string;
    place: string;
    keepsake: string;
    points_to: string;
    cover: string | null;
    audience: string;
  };
  draft: {
    id: string;
    tribute_id: string;
    writer_id: string;
    beside: number;
    began_from: number;
    title: string;
    text: string;
    language: string;
    memory: string | null;
    signed: string;
    photographs: string;
    updated_at: string;
    addressee: string;
    place: string;
    keepsake: string;
    points_to: string;
    cover: string | null;
    binned_at: string | null;
    browser: string;
    machine: string;
  };
  translation: {
    id: string;
    tribute_id: string;
    language: string;
    translator: string;
    invited_by: string;
    created_at: string;
    token_hash: string | null;
    expires_at: string | null;
    revision: number;
    of_version: number;
    paragraphs: string;
    offered_at: string | null;
    note: string | null;
    version: number;
    around: string;
    person_id: string | null;
    email: string | null;
    reads_in: string;
    editor: string;
    withdrawn_at: string | null;
    handed_on_at: string | null;
  };
  translation_version: {
    translation_id: string;
    number: number;
    of_version: number;
    translator: string;
    title: string;
    text: string;
    sha256: string;
    published_at: string;
    approved_by: string;
    around: string;
  };
  /** What parents laid beside the words of a tribute, as `LaidCover[]`; and whether its writer was told. */
  laid_cover: { tribute_id: string; covers: string; told: number };
  tribute_pointer: { from_id: string; to_id: string; words: string };
  schedule: {
    tribute_id: string;
    asked_by: string;
    asked_at: string;
    local_time: string;
    zone: string;
    due_at: string;
    audience: string;
    words: string;
    opening: string | null;
    missed_at: string | null;
  };
  signing: {
    tribute_id: string;
    person_id: string;
    signs_as: string;
    asked_at: string;
    sha256: string;
    answer: string | null;
    answered_at: string | null;
  };
  approval: {
    tribute_id: string;
    asked_at: string;
    revision: number;
    audience: string;
    note: string | null;
    returned_at: string | null;
    returned_by: string | null;
  };
  words_key: { id: string; public_key: string; private_key: string; made_at: string };
  picture_use: {
    id: string;
    photograph_id: string;
    memorial_id: string;
    tribute_id: string | null;
    family_id: string;
    writer_id: string;
    audience: string;
    within: string;
    address: string;
  };
  full_picture: { photograph_id: string; width: number; height: number; sha256: string; bytes: number };
  press: {
    memorial_id: string;
    uses: string;
    credit: string;
    contact: string;
    terms: string;
    language: string;
    revision: number;
    changed_by: string;
    changed_at: string;
  };
  ready_quotation: {
    id: string;
    tribute_id: string;
    version: number;
    text_from: number;
    text_to: number;
    chosen_by: string;
    chosen_at: string;
  };
  released_photograph: {
    tribute_id: string;
    photograph_id: string;
    memorial_id: string;
    terms: string;
    released_by: string;
    released_at: string;
  };
  correction: {
    id: string;
    memorial_id: string;
    publication: string;
    url: string;
    printed_on: string | null;
    printed: string;
    should_be: string;
    state: string;
    shown: number;
    contact: string;
    told_at: string | null;
    passed_at: string | null;
    declined_at: string | null;
    created_at: string;
  };
  report: {
    id: string;
    memorial_id: string | null;
    about: string;
    text: string;
    email: string | null;
    created_at: string;
    closed_at: string | null;
  };
  kept_answer: { key: string; person_id: string; location: string; created_at: string };
  job: {
    id: string;
    kind: string;
    payload: string;
    created_at: string;
    run_at: string;
    attempts: number;
    lease_until: string | null;
    fence: number;
    failed_at: string | null;
    last_error: string | null;
  };
};
