// The rows of a desk's sources: their cards, and where the numbers of cards lead that went into others.
import type { Flag } from '#src/people/tables.ts';

export type SourceType = 'web' | 'call' | 'statement' | 'document' | 'person' | 'wire' | 'data' | 'image' | 'other';

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
  /** Why the public is not told who a confidential source is, in words that the public reads; '' for all others. */
  anonymity_reason: string;
  /** Who of the desk granted it; '' where that is not said yet. */
  granted_by: string;
  /** The address as two cards of one page have it in common; '' without an address. */
  url_key: string;
  /** All words of the card, folded, for the library's search. */
  search_text: string;
  created_by: string | null;
  created_at: string;
  revision: number;
}

/** The number of a card that went into another, and where it leads now. */
export interface SourceRedirectTable {
  number: number;
  desk_id: string;
  /** The id that the card had. */
  old_id: string;
  source_id: string;
  merged_by: string | null;
  merged_at: string;
}

declare module '#src/database/schema.ts' {
  interface Database {
    source: SourceTable;
    source_redirect: SourceRedirectTable;
  }
}
