// A library of fifty thousand cards by title, person and day, and its words in an index of their own, so that a search reads them and not whole cards.
import { type Kysely, sql } from 'kysely';
import { engineOf } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('source_title').execute();
  await db.schema.createIndex('source_title').on('source').columns(['desk_id', 'title_key', 'number']).execute();
  await db.schema.createIndex('snapshot_hash_of_desk').on('snapshot').columns(['desk_id', 'sha256']).execute();
  await db.schema.createIndex('source_added_by').on('source').columns(['desk_id', 'created_by', 'number']).execute();
  await db.schema.createIndex('source_added_at').on('source').columns(['desk_id', 'created_at']).execute();
  await db.schema
    .createIndex('source_interest')
    .on('source')
    .columns(['desk_id', 'number'])
    .where(sql<boolean>`interest <> ''`)
    .execute();
  await (engineOf(db) === 'postgres' ? indexTrigrams(db) : indexWords(db));
}

async function indexWords(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('source_search')
    .on('source')
    .columns(['desk_id', 'number', 'is_confidential', 'search_text'])
    .execute();
}

/** Where the server brings pg_trgm and lets us use it. Where not, a search walks the table: right, and slower. */
async function indexTrigrams(db: Kysely<unknown>): Promise<void> {
  const offered = await sql`select 1 from pg_available_extensions where name = 'pg_trgm'`.execute(db);
  if (offered.rows.length === 0) return;
  await sql`savepoint trigrams`.execute(db);
  try {
    await sql`create extension if not exists pg_trgm`.execute(db);
    await sql`create index source_search on source using gin (search_text gin_trgm_ops)`.execute(db);
    await sql`release savepoint trigrams`.execute(db);
  } catch {
    await sql`rollback to savepoint trigrams`.execute(db);
  }
}
