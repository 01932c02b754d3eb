// The rows of evidence: the uses of sources for claims.

export type Stance = 'for' | 'against' | 'background';
export type About = 'attribution' | 'content';
export type PassageFound = 'word_for_word' | 'with_changes' | 'not_found';
export type Reliability = 'A' | 'B' | 'C' | 'D' | 'E' | 'F';

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

declare module '#src/database/schema.ts' {
  interface Database {
    evidence: EvidenceTable;
  }
}
