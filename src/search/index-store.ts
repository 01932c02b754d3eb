// All SQL of keeping the index: what waits, and the entries.
import { sql } from 'kysely';
import { type Db, engineOf } from '#src/database/engine.ts';
import { ENTRY_KINDS, type EntryKind, type SearchEntryTable } from './tables.ts';

/** From here to the end of the transaction nobody else changes the index. SQLite's transactions are alone anyway. */
export async function lockIndex(db: Db): Promise<void> {
  if (engineOf(db) === 'postgres') await sql`select pg_advisory_xact_lock(4211968310265)`.execute(db);
}

/** Whether anything has changed that the index does not know yet. */
export async function isWaiting(db: Db): Promise<boolean> {
  return (await db.selectFrom('search_waiting').select('id').limit(1).executeTakeFirst()) !== undefined;
}

export interface Waiting {
  id: number | string;
  kind: EntryKind;
  subject_id: string;
}

/** Some of what waits. */
export function listWaiting(db: Db, limit: number): Promise<Waiting[]> {
  const waiting = db.selectFrom('search_waiting').select(['id', 'kind', 'subject_id']);
  return waiting.orderBy('id').limit(limit).$castTo<Waiting>().execute();
}

export async function deleteWaiting(db: Db, ids: (number | string)[]): Promise<void> {
  await db.deleteFrom('search_waiting').where('id', 'in', ids).execute();
}

/** The entries of these things. */
export function listEntries(db: Db, subject_ids: string[]): Promise<SearchEntryTable[]> {
  return db
    .selectFrom('search_entry')
    .select(['id', 'kind', 'subject_id', 'piece', 'article_id', 'words', 'later', 'facets', 'standing'])
    .where('subject_id', 'in', subject_ids)
    .orderBy('piece')
    .execute();
}

export async function deleteEntries(db: Db, ids: number[]): Promise<void> {
  if (ids.length > 0) await db.deleteFrom('search_entry').where('id', 'in', ids).execute();
}

/**
 * Changes of an entry what stands apart from its words, and leaves those where they are in the index. PostgreSQL counts words
 * of whole entries alone: there what was written later goes and comes with all.
 */
export async function updateEntry(db: Db, before: SearchEntryTable, entry: SearchEntryTable): Promise<void> {
  if (engineOf(db) === 'postgres' && before.later !== entry.later) {
    await deleteEntries(db, [before.id]);
    await insertEntries(db, [entry]);
    return;
  }
  const { later, facets, standing } = entry;
  await db.updateTable('search_entry').set({ later, facets, standing }).where('id', '=', before.id).execute();
}

/** Puts entries in, some at a time. */
export async function insertEntries(db: Db, entries: readonly SearchEntryTable[]): Promise<void> {
  for (let first = 0; first < entries.length; first += ROWS_AT_A_TIME)
    await db
      .insertInto('search_entry')
      .values(entries.slice(first, first + ROWS_AT_A_TIME))
      .execute();
}

const ROWS_AT_A_TIME = 100;

/** In the id of an entry, so many numbers belong to one second. */
const OF_A_SECOND = 2 ** 22;

/** The first number of the second of this moment: all entries of things made before have lower ones. */
export function firstIdAt(moment: string): number {
  return Math.max(0, Math.floor(Date.parse(moment) / 1000)) * OF_A_SECOND;
}

/** The last id that an entry has of the second in which a thing was made; one below its first where none has. */
export async function lastIdAt(db: Db, made_at: string): Promise<number> {
  const first = firstIdAt(made_at);
  const taken = await db
    .selectFrom('search_entry')
    .select('id')
    .where('id', '>=', first)
    .where('id', '<', first + OF_A_SECOND)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return taken?.id ?? first - 1;
}

/** Where each kind of thing is, to be looked at all of it: the table, by the order of its ids. */
const TABLES = {
  article: 'article',
  claim: 'claim',
  source: 'source',
  passage: 'evidence',
  query: 'query',
  contact: 'contact',
} as const satisfies Record<EntryKind, string>;

/** Empties the index, and has everything wait to come into it. */
export async function startAfresh(db: Db): Promise<void> {
  await db.deleteFrom('search_waiting').execute();
  await emptyIndex(db);
  for (const [kind, table] of Object.entries(TABLES))
    await sql`insert into search_waiting (kind, subject_id)
      select ${sql.lit(kind)}, id from ${sql.table(table)} order by id`.execute(db);
}

async function emptyIndex(db: Db): Promise<void> {
  if (engineOf(db) === 'postgres') {
    await sql`truncate search_entry, search_word`.execute(db);
    return;
  }
  // Else each word would be taken out by itself, and out of a broken index none could be.
  const indexes = [...ENTRY_KINDS.map((kind) => `search_index_${kind}`), 'search_trigram'];
  const triggers = ['search_entry_gone', 'search_word_gone', ...ENTRY_KINDS.map((kind) => `search_index_${kind}_gone`)];
  const { rows } = await sql<{ sql: string }>`select sql from sqlite_schema
    where type = 'trigger' and name in (${sql.join(triggers)})`.execute(db);
  for (const name of triggers) await sql`drop trigger if exists ${sql.id(name)}`.execute(db);
  for (const table of indexes)
    await sql`insert into ${sql.table(table)} (${sql.ref(table)}) values ('delete-all')`.execute(db);
  for (const table of ['search_entry', 'search_word'] as const) await db.deleteFrom(table).execute();
  for (const trigger of rows) await sql`${sql.raw(trigger.sql)}`.execute(db);
}
