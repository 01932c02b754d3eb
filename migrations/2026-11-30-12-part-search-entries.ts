// What changes often of an entry of the index stands apart, so that the other words stay where they are.
import { type Kysely, sql } from 'kysely';
import { engineOf, textType } from '#src/database/engine.ts';

/** By kind the table of its things. */
const TABLES = {
  article: 'article',
  claim: 'claim',
  source: 'source',
  passage: 'evidence',
  query: 'query',
  contact: 'contact',
};
const KINDS = Object.keys(TABLES);

export async function up(db: Kysely<never>): Promise<void> {
  const run = (statement: string) => sql`${sql.raw(statement)}`.execute(db);
  await (engineOf(db) === 'sqlite' ? emptyOnSqlite(run) : emptyOnPostgres(run));
  for (const column of ['later', 'standing'])
    await db.schema
      .alterTable('search_entry')
      .addColumn(column, textType(db), (c) => c.notNull().defaultTo(''))
      .execute();
  await (engineOf(db) === 'sqlite' ? indexOnSqlite(run) : indexOnPostgres(run));
  // All of it is taken up anew, by itself.
  await run('delete from search_waiting');
  for (const [kind, table] of Object.entries(TABLES))
    await run(`insert into search_waiting (kind, subject_id) select '${kind}', id from "${table}" order by id`);
}

type Run = (statement: string) => Promise<unknown>;

async function emptyOnSqlite(run: Run): Promise<void> {
  for (const name of ['search_entry_made', 'search_entry_gone', 'search_word_gone']) await run(`drop trigger ${name}`);
  for (const index of KINDS.map((kind) => `search_index_${kind}`)) {
    await run(`drop trigger ${index}_made`);
    await run(`drop trigger ${index}_gone`);
    await run(`drop table ${index}`);
  }
  await run(`insert into search_trigram (search_trigram) values ('delete-all')`);
  await run('delete from search_word');
  await run('delete from search_entry');
}

async function indexOnSqlite(run: Run): Promise<void> {
  for (const kind of KINDS) for (const statement of indexOfKind(kind)) await run(statement);
  const all = (row: string) => `(${row}.words || ' ' || ${row}.later)`;
  const each = (words: string) => `select value from json_each('["' || replace(${words}, ' ', '","') || '"]')`;
  const fewer = (words: string) => `update search_word set uses = uses - 1 where word in (${words});
      delete from search_word where uses <= 0 and word in (${words});`;
  const more = (words: string) => `insert into search_word (word, uses) select distinct value, 1 from (${words})
        where value <> '' on conflict (word) do update set uses = uses + 1;`;
  const only = (one: string, other: string) => `${each(`${one}.later`)} where value not in (${each(all(other))})`;
  await run(`create trigger search_word_gone after delete on search_word begin
    insert into search_trigram (search_trigram, rowid, word) values ('delete', old.id, old.word);
  end`);
  await run(`create trigger search_entry_made after insert on search_entry begin ${more(each(all('new')))} end`);
  await run(`create trigger search_entry_gone after delete on search_entry begin ${fewer(each(all('old')))} end`);
  await run(`create trigger search_entry_changed after update of later on search_entry when old.later <> new.later begin
      ${more(only('new', 'old'))} ${fewer(only('old', 'new'))} end`);
}

/** FTS5 takes out what it is told, and with `secure-delete` each word costs its page: what stays is not told. */
function indexOfKind(kind: string): string[] {
  const index = `search_index_${kind}`;
  const columns = ['words', 'later', 'facets', 'standing'];
  const row = (name: string) => columns.map((column) => `${name}.${column}`).join(', ');
  const differing = (name: string) =>
    `'', ${columns.slice(1).map((column) => `iif(old.${column} = new.${column}, '', ${name}.${column})`)}`;
  const into = `insert into ${index} (rowid, ${columns})`;
  const out_of = `insert into ${index} (${index}, rowid, ${columns})`;
  return [
    `create virtual table ${index} using fts5(${columns},
      content = 'search_entry', content_rowid = 'id', tokenize = 'ascii', prefix = '2 3')`,
    `insert into ${index} (${index}, rank) values ('secure-delete', 1)`,
    `create trigger ${index}_made after insert on search_entry when new.kind = '${kind}' begin
      ${into} values (new.id, ${row('new')});
    end`,
    `create trigger ${index}_gone after delete on search_entry when old.kind = '${kind}' begin
      ${out_of} values ('delete', old.id, ${row('old')});
    end`,
    `create trigger ${index}_changed after update of later, facets, standing on search_entry when new.kind = '${kind}' begin
      ${out_of} values ('delete', old.id, ${differing('old')});
      ${into} values (new.id, ${differing('new')});
    end`,
  ];
}

async function emptyOnPostgres(run: Run): Promise<void> {
  await run('alter table search_entry drop column document');
  await run('truncate search_entry, search_word');
}

/** Between its words and what was written later there is a step, so that no phrase reaches from the ones into the others. */
const DOCUMENT = `to_tsvector('simple'::regconfig, words)
  || ts_delete('''§'':1'::tsvector || to_tsvector('simple'::regconfig, later), '§')
  || array_to_tsvector(array_remove(string_to_array(facets || ' ' || standing, ' '), ''))`;

async function indexOnPostgres(run: Run): Promise<void> {
  await run(`alter table search_entry add column document tsvector generated always as (${DOCUMENT}) stored`);
  for (const kind of KINDS)
    await run(`create index search_index_${kind} on search_entry using gin (document)
      with (fastupdate = off) where kind = '${kind}'`);
  const counted = (rows: string) => `(select word, count(*) as uses from (select distinct id, word
      from ${rows}, unnest(string_to_array(words || ' ' || later, ' ')) as word where word <> '') as once
    group by word order by word) as counted`;
  const more = `insert into search_word (word, uses) select word, uses from ${counted('made')}
    on conflict (word) do update set uses = search_word.uses + excluded.uses;`;
  const fewer = `update search_word set uses = search_word.uses - counted.uses from ${counted('gone')}
      where search_word.word = counted.word;
    delete from search_word where uses <= 0
      and word in (select unnest(string_to_array(words || ' ' || later, ' ')) from gone);`;
  const made = (name: string, body: string) =>
    run(`create or replace function ${name}() returns trigger language plpgsql as $$ begin
      perform pg_advisory_xact_lock(4211968310265); ${body} return null; end $$`);
  await made('search_entries_made', more);
  await made('search_entries_gone', fewer);
}
