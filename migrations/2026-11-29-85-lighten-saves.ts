// A save writes a page of each index of its tables: none stays that no question asks, or that says what another one says.
import { type Kysely, sql } from 'kysely';
import { engineOf, guardAppendOnly, textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const name of ['evidence_claim', 'evidence_source', 'evidence_article', 'claim_anchor_article'])
    await db.schema.dropIndex(name).execute();
  await db.schema.createIndex('evidence_source').on('evidence').columns(['source_id', 'claim_id']).execute();
  await db.schema.createIndex('evidence_article').on('evidence').columns(['article_id', 'claim_id']).execute();
  await (engineOf(db) === 'postgres' ? dropConstraints(db) : rebuild(db));
  // By version first it answers by claim and version as well.
  const places = db.schema.createIndex('figure_of_version').unique().on('figure');
  await places.columns(['version_id', 'claim_id', 'position']).execute();
}

async function dropConstraints(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('figure_of_version').execute();
  await db.schema.alterTable('figure').dropConstraint('figure_position').execute();
  await db.schema.alterTable('log').dropConstraint('log_hash_key').execute();
}

/** SQLite drops no constraint of a table that is there: the rows move to one made anew. */
async function rebuild(db: Kysely<unknown>): Promise<void> {
  await createFigures(db);
  await replace(db, 'figure', 'id, claim_id, version_id, position, value, comparator, low, high, unit, start, "end"');
  await createLog(db);
  await replace(db, 'log', 'chain, number, at, actor, verb, subject, article_id, detail_hash, previous, hash');
  await db.schema.createIndex('log_article').on('log').columns(['article_id', 'number']).execute();
  await db.schema.createIndex('log_subject').on('log').columns(['subject', 'number']).execute();
  await guardAppendOnly(db, 'log');
}

async function createFigures(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('figure_rebuilt')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('claim_id', text, (c) => c.notNull())
    .addColumn('version_id', text, (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('value', text, (c) => c.notNull())
    .addColumn('comparator', text, (c) => c.notNull().check(sql`comparator in ('=', '~', '>', '≥', '<', '≤')`))
    .addColumn('low', 'double precision')
    .addColumn('high', 'double precision')
    .addColumn('unit', text)
    .addColumn('start', 'integer', (c) => c.notNull())
    .addColumn('end', 'integer', (c) => c.notNull())
    .addForeignKeyConstraint('figure_of_anchor', ['claim_id', 'version_id'], 'claim_anchor', ['claim_id', 'version_id'])
    .addCheckConstraint('figure_range', sql`0 <= "start" and "start" < "end"`)
    .execute();
}

/** A hash is found by its number: that no two are the same is for the chain to show, and for no index as large as the log. */
async function createLog(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('log_rebuilt')
    .addColumn('chain', text, (c) => c.notNull().references('log_chain.chain'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('at', text, (c) => c.notNull())
    .addColumn('actor', text, (c) => c.notNull())
    .addColumn('verb', text, (c) => c.notNull())
    .addColumn('subject', text, (c) => c.notNull())
    .addColumn('article_id', text)
    .addColumn('detail_hash', text, (c) => c.notNull())
    .addColumn('previous', text, (c) => c.notNull())
    .addColumn('hash', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('log_key', ['chain', 'number'])
    .execute();
}

/** Triggers and foreign keys of other tables name the log: they are to mean the new one, as they are spelt. */
async function replace(db: Kysely<unknown>, table: string, columns: string): Promise<void> {
  const [old, rebuilt] = [sql.table(table), sql.table(`${table}_rebuilt`)];
  await sql`insert into ${rebuilt} (${sql.raw(columns)}) select ${sql.raw(columns)} from ${old} order by rowid`.execute(
    db,
  );
  await sql`pragma legacy_alter_table = on`.execute(db);
  await db.schema.dropTable(table).execute();
  await db.schema.alterTable(`${table}_rebuilt`).renameTo(table).execute();
  await sql`pragma legacy_alter_table = off`.execute(db);
}
