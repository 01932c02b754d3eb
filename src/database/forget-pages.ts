// Has SQLite let go of the pages of its file that it has in memory.
import { sql } from 'kysely';
import { type Db, engineOf } from './engine.ts';

/** The system has them still: whoever needs one next gets it from there. */
export async function forgetPages(db: Db): Promise<void> {
  if (engineOf(db) === 'sqlite') await sql`pragma shrink_memory`.execute(db);
}
