// A draft may be for the next version of an article that is there already.
import type { Kysely } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .alterTable('intake_draft')
    .addColumn('article_id', text, (c) => c.references('article.id'))
    .execute();
}
