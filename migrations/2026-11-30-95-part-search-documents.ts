// On PostgreSQL, entries of each kind have a document of their own, so that a question is planned by what those say.
import { type Kysely, sql } from 'kysely';
import { engineOf } from '#src/database/engine.ts';

const KINDS = ['article', 'claim', 'source', 'passage', 'query', 'contact'];

/** Between its words and what was written later there is a step, so that no phrase reaches from the ones into the others. */
const DOCUMENT = `to_tsvector('simple'::regconfig, words)
  || ts_delete('''§'':1'::tsvector || to_tsvector('simple'::regconfig, later), '§')
  || array_to_tsvector(array_remove(string_to_array(facets || ' ' || standing, ' '), ''))`;

/** SQLite has a table of words for each kind anyway. */
export async function up(db: Kysely<unknown>): Promise<void> {
  if (engineOf(db) === 'sqlite') return;
  const run = (statement: string) => sql`${sql.raw(statement)}`.execute(db);
  for (const kind of KINDS) await run(`drop index search_newest_${kind}`);
  const columns = KINDS.map(
    (kind) => `add column document_${kind} tsvector
      generated always as (case when kind = '${kind}' then ${DOCUMENT} end) stored`,
  );
  // With the column its indexes go.
  await run(`alter table search_entry drop column document, ${columns.join(', ')}`);
  for (const kind of KINDS)
    await run(`create index search_index_${kind} on search_entry using gin (document_${kind})
      with (fastupdate = off) where document_${kind} is not null`);
  // Texts of articles are long, and few: to unpack one after the other costs more than the planner thinks.
  for (const kind of KINDS.filter((one) => one !== 'article'))
    await run(`create index search_newest_${kind} on search_entry (id) where document_${kind} is not null`);
  await run('analyze search_entry');
}
