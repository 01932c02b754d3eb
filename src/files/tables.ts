// The rows of files and of the chunks that their bytes lie in.

export interface FileTable {
  id: string;
  desk_id: string;
  sha256: string;
  /** In bytes. */
  size: number;
  media_type: string;
  name: string;
  created_at: string;
  created_by: string | null;
  /** When a command took the file up; null while it is only staged. */
  linked_at: string | null;
}

export interface FileChunkTable {
  file_id: string;
  position: number;
  bytes: Buffer;
}

declare module '#src/database/schema.ts' {
  interface Database {
    file: FileTable;
    file_chunk: FileChunkTable;
  }
}
