// The index of searching: its entries with all that hangs on them, and what has still to be looked at.
import { type Kysely, sql } from 'kysely';
import { engineOf, textType } from '#src/database/engine.ts';

const KINDS = ['article', 'claim', 'source', 'passage', 'query', 'contact'];

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  const bigint = engineOf(db) === 'sqlite' ? 'integer' : 'bigint';
  await db.schema
    .createTable('search_entry')
    .addColumn('id', bigint, (c) => c.primaryKey())
    .addColumn('kind', text, (c) =>
      c.notNull().check(sql`kind in (${sql.raw(KINDS.map((kind) => `'${kind}'`).join(', '))})`),
    )
    .addColumn('subject_id', text, (c) => c.notNull())
    .addColumn('piece', 'integer', (c) => c.notNull())
    .addColumn('article_id', text)
    .addColumn('words', text, (c) => c.notNull())
    .addColumn('facets', text, (c) => c.notNull())
    .addUniqueConstraint('search_entry_subject', ['subject_id', 'piece'])
    .execute();
  await db.schema.createIndex('search_entry_article').on('search_entry').column('article_id').execute();
  await (engineOf(db) === 'sqlite' ? onSqlite(db) : onPostgres(db));
}

async function onSqlite(db: Kysely<unknown>): Promise<void> {
  // A word of an entry that goes is taken out of the index where it stands, not marked as gone.
  for (const statement of [
    'create table search_waiting (id integer primary key, kind text not null, subject_id text not null)',
    'create table search_word (id integer primary key, word text not null unique, uses integer not null)',
    ...KINDS.flatMap(indexOfKind),
    `create virtual table search_trigram using fts5(word,
      content = 'search_word', content_rowid = 'id', tokenize = 'trigram', detail = 'none')`,
    `insert into search_trigram (search_trigram, rank) values ('secure-delete', 1)`,
    `create trigger search_word_made after insert on search_word begin
      insert into search_trigram (rowid, word) values (new.id, new.word);
    end`,
    `create trigger search_word_gone after delete on search_word begin
      insert into search_trigram (search_trigram, rowid, word) values ('delete', old.id, old.word);
    end`,
    `create trigger search_entry_made after insert on search_entry begin
      insert into search_word (word, uses) select distinct value, 1 from ${wordsOf('new')} where value <> ''
        on conflict (word) do update set uses = uses + 1;
    end`,
    `create trigger search_entry_gone after delete on search_entry begin
      update search_word set uses = uses - 1 where word in (select value from ${wordsOf('old')});
      delete from search_word where uses <= 0 and word in (select value from ${wordsOf('old')});
    end`,
  ])
    await sql`${sql.raw(statement)}`.execute(db);
}

/** One for each kind, so that what is asked of few things does not go through the words of many. */
function indexOfKind(kind: string): string[] {
  const index = `search_index_${kind}`;
  return [
    `create virtual table ${index} using fts5(words, facets,
      content = 'search_entry', content_rowid = 'id', tokenize = 'ascii', prefix = '2 3')`,
    `insert into ${index} (${index}, rank) values ('secure-delete', 1)`,
    `create trigger ${index}_made after insert on search_entry when new.kind = '${kind}' begin
      insert into ${index} (rowid, words, facets) values (new.id, new.words, new.facets);
    end`,
    `create trigger ${index}_gone after delete on search_entry when old.kind = '${kind}' begin
      insert into ${index} (${index}, rowid, words, facets) values ('delete', old.id, old.words, old.facets);
    end`,
  ];
}

/** Words are letters and digits alone, with a space between them. */
function wordsOf(row: string): string {
  return `json_each('["' || replace(${row}.words, ' ', '","') || '"]')`;
}

async function onPostgres(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    `create table search_waiting (id text collate "C" primary key default gen_random_uuid()::text,
      kind text collate "C" not null, subject_id text collate "C" not null)`,
    `create function search_trigrams(word text) returns text[] language sql immutable as $$
      select array(select substr(word, place, 3) from generate_series(1, length(word) - 2) place) $$`,
    `create table search_word (id text collate "C" primary key default gen_random_uuid()::text,
      word text collate "C" not null unique, uses integer not null,
      trigrams text[] collate "C" generated always as (search_trigrams(word)) stored)`,
    'create index search_word_trigrams on search_word using gin (trigrams) with (fastupdate = off)',
    `alter table search_entry add column document tsvector generated always as
      (to_tsvector('simple'::regconfig, words) || array_to_tsvector(string_to_array(facets, ' '))) stored`,
    ...KINDS.map(
      (kind) => `create index search_index_${kind} on search_entry using gin (document)
        with (fastupdate = off) where kind = '${kind}'`,
    ),
    // Its words are counted by one hand at a time: who erases waits for who indexes.
    `create function search_entry_counted() returns trigger language plpgsql as $$ begin
      perform pg_advisory_xact_lock(4211968310265);
      if tg_op = 'INSERT' then
        insert into search_word (word, uses) select distinct word, 1 from unnest(string_to_array(new.words, ' ')) word
          on conflict (word) do update set uses = search_word.uses + 1;
      else
        update search_word set uses = uses - 1 where word = any (string_to_array(old.words, ' '));
        delete from search_word where uses <= 0 and word = any (string_to_array(old.words, ' '));
      end if;
      return null;
    end $$`,
    `create trigger search_entry_counted after insert or delete on search_entry
      for each row execute function search_entry_counted()`,
  ])
    await sql`${sql.raw(statement)}`.execute(db);
}
