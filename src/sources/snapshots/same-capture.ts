// Whether a capture that the desk took by itself shows anything that its copies do not.
import type { Db } from '#src/database/schema.ts';
import type { Fetched } from '#src/fetching/fetch-whole.ts';
import { hashBytes } from '#src/files/file-hash.ts';
import type { SourceTable } from '../tables.ts';
import { findNewestCapture } from './capture-store.ts';
import { hashOfText } from './commands.ts';
import type { Unlike } from './tables.ts';
import type { Words } from './words.ts';

interface Captured {
  source: Pick<SourceTable, 'id'>;
  address: string;
  unlike: Unlike;
  fetched: Fetched;
  words: Words;
}

/** True for a consent or log-in page, and where the newest capture has the same words; of what has no words, the same bytes. */
export async function isNothingNew(db: Db, { source, address, unlike, fetched, words }: Captured): Promise<boolean> {
  if (unlike === 'notice') return true;
  const newest = await findNewestCapture(db, { source_id: source.id, url: address });
  if (newest === undefined) return false;
  if (words.text !== '') return newest.text_sha256 === hashOfText(words.text);
  return newest.sha256 === (await hashBytes(fetched.bytes));
}
