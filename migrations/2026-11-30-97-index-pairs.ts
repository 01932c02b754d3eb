// On PostgreSQL, all of the index is taken up anew: its entries get signs of common words that stand one behind the other.
import { type Kysely, sql } from 'kysely';
import { engineOf } from '#src/database/engine.ts';

/** By kind the table of its things. */
const TABLES = {
  article: 'article',
  claim: 'claim',
  source: 'source',
  passage: 'evidence',
  query: 'query',
  contact: 'contact',
};

/** SQLite's index has the place of each word, and finds such pairs by them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  if (engineOf(db) === 'sqlite') return;
  const run = (statement: string) => sql`${sql.raw(statement)}`.execute(db);
  // Else it would be looked through, too: a phrase that it does not find yet would seem to be nowhere.
  await run('truncate search_entry, search_word');
  await run('delete from search_waiting');
  for (const [kind, table] of Object.entries(TABLES))
    await run(`insert into search_waiting (kind, subject_id) select '${kind}', id from "${table}" order by id`);
}
