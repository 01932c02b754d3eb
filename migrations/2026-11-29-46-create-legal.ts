// What Legal does at a desk: holds on claims, clearances of claims and of articles, notes.
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createHold(db);
  await createClearance(db);
  await createNote(db);
  for (const table of ['legal_hold', 'legal_clearance', 'legal_note'])
    await db.schema.createIndex(`${table}_article`).on(table).column('article_id').execute();
}

async function createHold(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('legal_hold')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.notNull())
    .addColumn('article_id', text, (c) => c.notNull())
    .addColumn('claim_id', text, (c) => c.notNull())
    .addColumn('version_id', text, (c) => c.notNull().references('version.id'))
    .addColumn('reason', text, (c) => c.notNull())
    .addColumn('held_by', text, (c) => c.notNull().references('person.id'))
    .addColumn('held_at', text, (c) => c.notNull())
    .addForeignKeyConstraint('legal_hold_of_article', ['article_id', 'desk_id'], 'article', ['id', 'desk_id'])
    .addForeignKeyConstraint('legal_hold_claim', ['claim_id', 'article_id'], 'claim', ['id', 'article_id'])
    .execute();
}

async function createClearance(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('legal_clearance')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.notNull())
    .addColumn('article_id', text, (c) => c.notNull())
    .addColumn('claim_id', text)
    .addColumn('version_id', text, (c) => c.notNull().references('version.id'))
    .addColumn('sentence_sha256', text)
    .addColumn('line', text, (c) => c.notNull())
    .addColumn('cleared_by', text, (c) => c.notNull().references('person.id'))
    .addColumn('cleared_at', text, (c) => c.notNull())
    .addColumn('lifted_at', text)
    .addColumn('lift_reason', text, (c) => c.notNull())
    .addForeignKeyConstraint('legal_clearance_of_article', ['article_id', 'desk_id'], 'article', ['id', 'desk_id'])
    .addForeignKeyConstraint('legal_clearance_claim', ['claim_id', 'article_id'], 'claim', ['id', 'article_id'])
    .addCheckConstraint('legal_clearance_sentence', sql`(claim_id is null) = (sentence_sha256 is null)`)
    .addCheckConstraint('legal_clearance_lift', sql`(lifted_at is null) = (lift_reason = '')`)
    .execute();
}

async function createNote(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('legal_note')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.notNull())
    .addColumn('article_id', text, (c) => c.notNull())
    .addColumn('claim_id', text)
    .addColumn('version_id', text, (c) => c.notNull().references('version.id'))
    .addColumn('note', text, (c) => c.notNull())
    .addColumn('noted_by', text, (c) => c.notNull().references('person.id'))
    .addColumn('noted_at', text, (c) => c.notNull())
    .addForeignKeyConstraint('legal_note_of_article', ['article_id', 'desk_id'], 'article', ['id', 'desk_id'])
    .addForeignKeyConstraint('legal_note_claim', ['claim_id', 'article_id'], 'claim', ['id', 'article_id'])
    .execute();
}
