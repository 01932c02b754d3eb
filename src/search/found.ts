// A thing that was found: where it is, and the texts in which the words may stand. Pure.
import type { ArticleTable } from '#src/articles/tables.ts';
import type { ClaimState } from '#src/claims/claim.ts';
import type { DeskRole } from '#src/people/tables.ts';
import { HELD_BACK } from '#src/sources/held-back/discretion.ts';
import type { EntryKind } from './tables.ts';
import { placesOf, type Term } from './typed.ts';

export type ArticleOfFound = Pick<ArticleTable, 'id' | 'number' | 'title' | 'language' | 'latest_version_number'>;

export interface Found {
  kind: EntryKind;
  id: string;
  desk_id: string;
  desk_name: string;
  role: DeskRole;
  time_zone: string;
  /** When it was taken in, marked, added, asked. */
  made_at: string;
  /** The article that it is, or belongs to; null for a card of the library. */
  article: ArticleOfFound | null;
  /** Its texts that somebody typed, what names it first: each as the reader may see it. */
  texts: string[];
  /** The text of the article itself, which is no secret. */
  printed?: string;
  /** Those whose words it is about. */
  speakers: string[];
  /** The number by which it is said: of the claim that a passage is for, too. */
  number: number;
  claim?: { state: ClaimState; check_again: string; verdict: Verdict | null; is_key: boolean };
  /** The source of a passage. */
  source?: { number: number; title: string };
}

interface Verdict {
  desk_label: string;
  mark: string;
  colour: string;
}

/** Whether each of the lists of terms has one that stands in what the reader may see. */
export function hasTerms(found: Found, terms: readonly (readonly Term[])[]): boolean {
  const text = [...found.texts.filter((words) => words !== HELD_BACK), ...found.speakers, found.printed ?? ''].join(
    '\n\n',
  );
  return terms.every((some) => placesOf(some, text).some((places) => places.length > 0));
}
