import type { Step } from './expected.ts';

/** Where a piece stands, and the ids by which its photograph is asked for. */
export type Standing = {
  tributeId: string;
  /** Its part of the URL; none before it was published. */
  address: string;
  photographId: string;
  /** The SHA-256 of the original, and of each picture, the one in full size last. */
  hashes: readonly string[];
  /** The languages that it was translated into. */
  languages: readonly string[];
  /** The ids of those translations. */
  translations: readonly string[];
  /** The random address of its pictures; none where nothing shows them. */
  pictures: string | undefined;
};

/** Something that some may find and others not, and what it is known by: words that stand nowhere else. */
export type Piece = {
  name: string;
  step: Step;
  canaries: readonly string[];
  stands?: Standing;
  /** Whether everybody who may see it must find it. Of the others only leaks are counted. */
  whole: boolean;
  /** The representations in which it is asked for by itself; all of them where this is missing. */
  forms?: ReadonlySet<string>;
};

/** A word that every piece has. */
export const commonWord = 'snowfield';
let counted = 0;
/** A word that stands nowhere else. */
export const canary = (): string => `zanzibar${String(++counted).padStart(3, '0')}`;
