// Whether a copy is still what was saved: bytes, record and text against the hashes taken then.
import { createHash } from 'node:crypto';
import type { Db } from '#src/database/schema.ts';
import { readFile } from '#src/files/commands.ts';
import { hashOfText } from './commands.ts';
import { findTextOf } from './store.ts';
import type { SnapshotTable } from './tables.ts';

/** What of a copy is not what it was. */
export type Altered = 'bytes' | 'record' | 'text';

/** Hashes all that is kept of a copy, a chunk at a time. Empty where everything is what was saved, and for tombstones. */
export async function alteredIn(db: Db, snapshot: SnapshotTable): Promise<Altered[]> {
  if (snapshot.erased_at !== null) return [];
  const altered: Altered[] = [];
  if ((await hashOfFile(db, snapshot.file_id)) !== snapshot.sha256) altered.push('bytes');
  if (snapshot.warc_sha256 !== null && (await hashOfFile(db, snapshot.warc_file_id)) !== snapshot.warc_sha256)
    altered.push('record');
  const text = await findTextOf(db, snapshot.id);
  if ((text === '' ? null : hashOfText(text)) !== snapshot.text_sha256) altered.push('text');
  return altered;
}

async function hashOfFile(db: Db, file_id: string | null): Promise<string> {
  const hash = createHash('sha256');
  if (file_id !== null) for await (const chunk of readFile(db, file_id)) hash.update(chunk);
  return hash.digest('hex');
}

const WHAT: Record<Altered, string> = {
  bytes: 'its bytes are',
  record: 'the record of its capture is',
  text: 'its readable text is',
};

/** What is wrong with a copy, in a sentence; '' where nothing is. */
export function sayAltered(number: number, altered: readonly Altered[]): string {
  if (altered.length === 0) return '';
  const what = altered.map((one) => WHAT[one]).join(', and ');
  return `Saved copy ${number} has been altered: ${what} different from when the hash was taken. Do not rely on it.`;
}
