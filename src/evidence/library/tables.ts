// The rows that the library keeps beside its cards.

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
