// On PostgreSQL, the newest entries of each kind come first: what has common words is found before all of it is read.
import { type Kysely, sql } from 'kysely';
import { engineOf } from '#src/database/engine.ts';

const KINDS = ['article', 'claim', 'source', 'passage', 'query', 'contact'];

/** SQLite's index of words has its rows in this order anyway. */
export async function up(db: Kysely<unknown>): Promise<void> {
  if (engineOf(db) === 'sqlite') return;
  for (const kind of KINDS)
    await sql`create index ${sql.id(`search_newest_${kind}`)} on search_entry (id)
      where kind = ${sql.lit(kind)}`.execute(db);
}
