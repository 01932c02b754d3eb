// The rows of identity records: who a confidential source is, sealed; its key; the people who may read it.

export interface SourceIdentityTable {
  id: string;
  desk_id: string;
  source_id: string;
  /** The record, sealed with a key of its own; null once it is destroyed. */
  sealed: string | null;
  written_by: string;
  written_at: string;
  destroyed_by: string | null;
  destroyed_at: string | null;
  destruction_reason: string;
}

/** The record's own key, sealed with the installation's. Its row goes when the record is destroyed. */
export interface SourceIdentityKeyTable {
  identity_id: string;
  wrapped: string;
}

export interface SourceIdentityReaderTable {
  identity_id: string;
  person_id: string;
  named_by: string;
  named_at: string;
}

declare module '#src/database/schema.ts' {
  interface Database {
    source_identity: SourceIdentityTable;
    source_identity_key: SourceIdentityKeyTable;
    source_identity_reader: SourceIdentityReaderTable;
  }
}
