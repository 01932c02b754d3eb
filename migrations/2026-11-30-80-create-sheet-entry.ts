// What rows of a spreadsheet say of claims: verdicts and sources until a person decides, notes, checkers; and rows without a place.
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('sheet_entry')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.notNull().references('desk.id'))
    .addColumn('article_id', text, (c) => c.notNull().references('article.id'))
    .addColumn('claim_id', text, (c) => c.notNull().references('claim.id'))
    .addColumn('what', text, (c) => c.notNull().check(sql`what in ('verdict', 'source', 'note', 'checker')`))
    .addColumn('said', text, (c) => c.notNull())
    .addColumn('said_key', text, (c) => c.notNull())
    .addColumn('verdict_id', text, (c) => c.references('verdict.id'))
    .addColumn('sheet', text, (c) => c.notNull())
    .addColumn('row', 'integer', (c) => c.notNull())
    .addColumn('other_words', text, (c) => c.notNull())
    .addColumn('added_by', text, (c) => c.references('person.id'))
    .addColumn('added_at', text, (c) => c.notNull())
    .addColumn('decision', text, (c) => c.check(sql`decision in ('taken', 'dismissed')`))
    .addColumn('decided_by', text, (c) => c.references('person.id'))
    .addColumn('decided_at', text)
    .addUniqueConstraint('sheet_entry_once', ['claim_id', 'what', 'said_key'])
    .addCheckConstraint('sheet_entry_verdict', sql`(what = 'verdict') = (verdict_id is not null)`)
    .addCheckConstraint('sheet_entry_decided', sql`(decision is null) = (decided_at is null)`)
    .execute();
  await db.schema.createIndex('sheet_entry_article').on('sheet_entry').column('article_id').execute();
  await db.schema
    .createTable('sheet_row')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.notNull().references('desk.id'))
    .addColumn('article_id', text, (c) => c.notNull().references('article.id'))
    .addColumn('row_key', text, (c) => c.notNull())
    .addColumn('sheet', text, (c) => c.notNull())
    .addColumn('row', 'integer', (c) => c.notNull())
    .addColumn('line', text, (c) => c.notNull())
    .addColumn('added_by', text, (c) => c.references('person.id'))
    .addColumn('added_at', text, (c) => c.notNull())
    .addColumn('claim_id', text, (c) => c.references('claim.id'))
    .addColumn('settled_by', text, (c) => c.references('person.id'))
    .addColumn('settled_at', text)
    .addUniqueConstraint('sheet_row_once', ['article_id', 'row_key'])
    .addCheckConstraint('sheet_row_settled', sql`claim_id is null or settled_at is not null`)
    .execute();
}
