// On PostgreSQL, the words of all entries of a statement are counted at once: one change of a word, not one for each entry.
import { type Kysely, sql } from 'kysely';
import { engineOf } from '#src/database/engine.ts';

const COUNTED = (rows: string) => `(select word, count(*) as uses
  from (select distinct id, word from ${rows}, unnest(string_to_array(words, ' ')) as word where word <> '') as once
  group by word order by word) as counted`;

const FUNCTIONS = {
  search_entries_made: `insert into search_word (word, uses) select word, uses from ${COUNTED('made')}
    on conflict (word) do update set uses = search_word.uses + excluded.uses;`,
  search_entries_gone: `update search_word set uses = search_word.uses - counted.uses from ${COUNTED('gone')}
      where search_word.word = counted.word;
    delete from search_word where uses <= 0
      and word in (select unnest(string_to_array(words, ' ')) from gone);`,
};

export async function up(db: Kysely<unknown>): Promise<void> {
  if (engineOf(db) === 'sqlite') return;
  const run = (statement: string) => sql`${sql.raw(statement)}`.execute(db);
  await run('drop trigger search_entry_counted on search_entry');
  await run('drop function search_entry_counted()');
  // One hand at a time: who erases waits for who indexes.
  for (const [name, body] of Object.entries(FUNCTIONS))
    await run(`create function ${name}() returns trigger language plpgsql as $$ begin
      perform pg_advisory_xact_lock(4211968310265); ${body} return null; end $$`);
  await run(`create trigger search_entries_made after insert on search_entry referencing new table as made
    for each statement execute function search_entries_made()`);
  await run(`create trigger search_entries_gone after delete on search_entry referencing old table as gone
    for each statement execute function search_entries_gone()`);
}
