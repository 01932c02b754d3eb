// How often a SQLite file was written to its end: the commits in its write-ahead log.
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import type { Config } from '#src/config.ts';
import type { Db } from '#src/database/engine.ts';
import { sqliteFileOf } from '#src/database/sqlite-file.ts';

const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;

/** Does the work and says besides how many commits wrote something meanwhile; each of them waits for the disk. */
export async function commitsOf<Done extends object>(
  { db, config }: { db: Db; config: Pick<Config, 'data_dir'> },
  work: () => Promise<Done>,
): Promise<Done & { commits: number }> {
  const emptied = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
  if (emptied.rows[0]?.busy !== 0) throw new Error('The write-ahead log cannot be emptied: somebody reads.');
  const done = await work();
  const commits = commitsIn(readFileSync(`${sqliteFileOf(config.data_dir)}-wal`));
  return { ...done, commits };
}

/** The last page of each commit carries how many pages the file has then; all others carry 0. */
function commitsIn(log: Buffer): number {
  if (log.length === 0) return 0;
  const frame = FRAME_HEADER_BYTES + log.readUInt32BE(8);
  let commits = 0;
  for (let at = HEADER_BYTES; at + frame <= log.length; at += frame) if (log.readUInt32BE(at + 4) !== 0) commits += 1;
  return commits;
}
