// The rows of a desk's sources and of their use as evidence.
import type { Flag } from '#src/people/tables.ts';

export type SourceType = 'web' | 'call' | 'statement' | 'document' | 'person' | 'wire' | 'data' | 'image' | 'other';
export type Stance = 'for' | 'against' | 'background';
export type About = 'attribution' | 'content';
export type PassageFound = 'word_for_word' | 'with_changes' | 'not_found';
export type Reliability = 'A' | 'B' | 'C' | 'D' | 'E' | 'F';

export interface SourceTable {
  id: string;
  number: number;
  desk_id: string;
  title: string;
  title_key: string;
  type: SourceType;
  url: string;
  publisher: string;
  author: string;
  dated_on: string;
  proximity: 'primary' | 'secondary' | null;
  interest: string;
  doi: string;
  is_confidential: Flag;
  /** What a confidential source is called outside the desk; '' for all others. */
  alias: string;
  /** The address as two cards of one page have it in common; '' without an address. */
  url_key: string;
  /** All words of the card, folded, for the library's search. */
  search_text: string;
  created_by: string | null;
  created_at: string;
  revision: number;
}

export interface EvidenceTable {
  id: string;
  desk_id: string;
  article_id: string;
  claim_id: string;
  source_id: string;
  about: About;
  passage: string;
  /** Page, minute, paragraph: where in the source the passage stands, as a person would say it. */
  place: string;
  stance: Stance;
  reliability: Reliability | null;
  credibility: number | null;
  note: string;
  /** Of evidence about what was said: the party whose words it is about; null for the whole chain. */
  speaker_id: string | null;
  /** The saved copy in which the passage was looked up; null where that is still to be done, or there is none. */
  lookup_snapshot_id: string | null;
  /** Null where nothing was looked up, or reading the copy took too long. */
  lookup_found: PassageFound | null;
  /** JSON: `[start, end][]` in the copy's text, in UTF-16, a pair for each stretch of the passage that was found. */
  lookup_ranges: string;
  added_by: string | null;
  added_at: string;
  removed_at: string | null;
  revision: number;
}
