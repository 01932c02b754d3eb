// The rows of the log: a chain that never changes, and details that only an erasure may remove.

export interface LogChainTable {
  chain: string;
  number: number;
  hash: string;
}

export interface LogTable {
  chain: string;
  number: number;
  at: string;
  actor: string;
  verb: string;
  subject: string;
  article_id: string | null;
  detail_hash: string;
  previous: string;
  hash: string;
}

export interface LogDetailTable {
  chain: string;
  number: number;
  salt: string;
  before: string;
  after: string;
  /** JSON: by table and key, the hash of each row stored with the entry; null where there is none, or from before there were any. */
  rows: string | null;
}

declare module '#src/database/schema.ts' {
  interface Database {
    log_chain: LogChainTable;
    log: LogTable;
    log_detail: LogDetailTable;
  }
}
