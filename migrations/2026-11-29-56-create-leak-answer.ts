// That an editor lets stand what the article itself prints of a confidential source, for the words around it.
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('leak_answer')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.notNull())
    .addColumn('article_id', text, (c) => c.notNull())
    .addColumn('leak_key', text, (c) => c.notNull())
    .addColumn('covers', text, (c) => c.notNull())
    .addColumn('answered_by', text, (c) => c.notNull().references('person.id'))
    .addColumn('answered_at', text, (c) => c.notNull())
    .addColumn('withdrawn_by', text, (c) => c.references('person.id'))
    .addColumn('withdrawn_at', text)
    .addForeignKeyConstraint('leak_answer_of_article', ['article_id', 'desk_id'], 'article', ['id', 'desk_id'])
    .addCheckConstraint('leak_answer_withdrawn', sql`(withdrawn_at is null) = (withdrawn_by is null)`)
    .execute();
  await db.schema.createIndex('leak_answer_article').on('leak_answer').column('article_id').execute();
}
