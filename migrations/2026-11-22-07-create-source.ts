// A desk's sources, their use as evidence for a claim, and whom the desk asked.
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createSource(db);
  await createEvidence(db);
  await createContact(db);
}

async function createSource(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('source')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('number', 'integer', (c) => c.notNull().unique())
    .addColumn('desk_id', text, (c) => c.notNull().references('desk.id'))
    .addColumn('title', text, (c) => c.notNull())
    .addColumn('title_key', text, (c) => c.notNull())
    .addColumn('type', text, (c) =>
      c
        .notNull()
        .check(sql`type in ('web', 'call', 'statement', 'document', 'person', 'wire', 'data', 'image', 'other')`),
    )
    .addColumn('url', text, (c) => c.notNull())
    .addColumn('publisher', text, (c) => c.notNull())
    .addColumn('author', text, (c) => c.notNull())
    .addColumn('dated_on', text, (c) => c.notNull())
    .addColumn('proximity', text, (c) => c.check(sql`proximity in ('primary', 'secondary')`))
    .addColumn('interest', text, (c) => c.notNull())
    .addColumn('created_by', text, (c) => c.references('person.id'))
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addUniqueConstraint('source_of_desk', ['id', 'desk_id'])
    .execute();
  await db.schema.createIndex('source_title').on('source').columns(['desk_id', 'title_key']).execute();
  await db.schema.createIndex('source_url').on('source').columns(['desk_id', 'url']).execute();
}

async function createEvidence(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('evidence')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.notNull())
    .addColumn('article_id', text, (c) => c.notNull())
    .addColumn('claim_id', text, (c) => c.notNull())
    .addColumn('source_id', text, (c) => c.notNull())
    .addColumn('about', text, (c) => c.notNull().check(sql`about in ('attribution', 'content')`))
    .addColumn('passage', text, (c) => c.notNull())
    .addColumn('place', text, (c) => c.notNull())
    .addColumn('stance', text, (c) => c.notNull().check(sql`stance in ('for', 'against', 'background')`))
    .addColumn('reliability', text, (c) => c.check(sql`reliability in ('A', 'B', 'C', 'D', 'E', 'F')`))
    .addColumn('credibility', 'integer', (c) => c.check(sql`credibility between 1 and 6`))
    .addColumn('note', text, (c) => c.notNull())
    .addColumn('added_by', text, (c) => c.references('person.id'))
    .addColumn('added_at', text, (c) => c.notNull())
    .addColumn('removed_at', text)
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addForeignKeyConstraint('evidence_in_article', ['claim_id', 'article_id'], 'claim', ['id', 'article_id'])
    .addForeignKeyConstraint('evidence_in_desk', ['claim_id', 'desk_id'], 'claim', ['id', 'desk_id'])
    .addForeignKeyConstraint('evidence_of_source', ['source_id', 'desk_id'], 'source', ['id', 'desk_id'])
    .execute();
  await db.schema.createIndex('evidence_claim').on('evidence').column('claim_id').execute();
  await db.schema.createIndex('evidence_source').on('evidence').column('source_id').execute();
  await db.schema.createIndex('evidence_article').on('evidence').column('article_id').execute();
}

async function createContact(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('contact')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.notNull())
    .addColumn('article_id', text, (c) => c.notNull())
    .addColumn('claim_id', text)
    .addColumn('source_id', text)
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('how', text, (c) => c.notNull().check(sql`how in ('call', 'message', 'letter', 'visit', 'other')`))
    .addColumn('at_words', text, (c) => c.notNull())
    .addColumn('put', text, (c) => c.notNull())
    .addColumn('until_words', text, (c) => c.notNull())
    .addColumn('answer', text, (c) => c.notNull())
    .addColumn('created_by', text, (c) => c.references('person.id'))
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addForeignKeyConstraint('contact_in_desk', ['article_id', 'desk_id'], 'article', ['id', 'desk_id'])
    .addForeignKeyConstraint('contact_claim', ['claim_id', 'article_id'], 'claim', ['id', 'article_id'])
    .addForeignKeyConstraint('contact_source', ['source_id', 'desk_id'], 'source', ['id', 'desk_id'])
    .execute();
  await db.schema.createIndex('contact_article').on('contact').column('article_id').execute();
}
