// Changes proposed to the copy: old words, new words, the reason, and what became of them.
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('fix')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.notNull())
    .addColumn('article_id', text, (c) => c.notNull())
    .addColumn('claim_id', text, (c) => c.notNull())
    .addColumn('old_words', text, (c) => c.notNull())
    .addColumn('new_words', text, (c) => c.notNull())
    .addColumn('reason', text, (c) => c.notNull())
    .addColumn('state', text, (c) => c.notNull().check(sql`state in ('asked', 'agreed', 'refused')`))
    .addColumn('asked_by', text, (c) => c.references('person.id'))
    .addColumn('asked_at', text, (c) => c.notNull())
    .addColumn('decided_by', text, (c) => c.references('person.id'))
    .addColumn('decided_at', text)
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addForeignKeyConstraint('fix_in_article', ['claim_id', 'article_id'], 'claim', ['id', 'article_id'])
    .addForeignKeyConstraint('fix_in_desk', ['claim_id', 'desk_id'], 'claim', ['id', 'desk_id'])
    .addCheckConstraint('fix_decided', sql`(state = 'asked') = (decided_at is null)`)
    .execute();
  await db.schema.createIndex('fix_article').on('fix').column('article_id').execute();
}
