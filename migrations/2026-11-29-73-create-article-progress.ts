// How far each article is, stored when somebody asks, so that lists need not count what has not changed.
import type { Kysely } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('article_progress')
    .addColumn('article_id', text, (c) => c.primaryKey().references('article.id'))
    .addColumn('changed_seq', 'integer', (c) => c.notNull())
    .addColumn('reading_version', 'integer', (c) => c.notNull())
    .addColumn('counted_as', 'integer', (c) => c.notNull())
    .addColumn('counts', text, (c) => c.notNull())
    .execute();
}
