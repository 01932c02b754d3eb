// The rows of what sort of change each fix and correction makes, as the program read its words.
import type { ChangeKind } from '#src/reading/consistency/change-kind.ts';

export interface ChangeKindTable {
  /** The id of a fix or of a correction. */
  change_id: string;
  kind: ChangeKind;
  /** The reading that told it: what another one told is read again. */
  read_by: number;
}

declare module '#src/database/schema.ts' {
  interface Database {
    change_kind: ChangeKindTable;
  }
}
