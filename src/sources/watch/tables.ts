// The rows of what became of the last tries at the addresses of sources.

export interface SourceWatchTable {
  source_id: string;
  desk_id: string;
  /** The address that was tried: what is said here holds only while it is the card's. */
  url: string;
  /** When the desk, or somebody, last tried. */
  tried_at: string;
  /** When the desk last looked whether to capture it again. */
  looked_at: string;
  /** JSON: `Miss[]`, the tries that count on which the address was not reached, in order. */
  misses: string;
  /** When the desk tries again sooner than it would; null where the last try that says anything reached it. */
  retry_at: string | null;
  /** When the address was held to be gone; null while it is not. */
  gone_at: string | null;
  /** Since when the desk does not capture it by itself, because the site asks robots not to; null while it may. */
  robots_at: string | null;
}

declare module '#src/database/schema.ts' {
  interface Database {
    source_watch: SourceWatchTable;
  }
}
