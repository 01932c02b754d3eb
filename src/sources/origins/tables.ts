// The rows of which source a source derives from.
import type { Flag } from '#src/people/tables.ts';

export interface SourceDerivationTable {
  id: string;
  desk_id: string;
  source_id: string;
  derives_from_id: string;
  /** The text of both is the same word for word. */
  is_same_copy: Flag;
  note: string;
  noted_by: string | null;
  noted_at: string;
  removed_by: string | null;
  /** Null while it stands; of each source one stands at most. */
  removed_at: string | null;
}

declare module '#src/database/schema.ts' {
  interface Database {
    source_derivation: SourceDerivationTable;
  }
}
