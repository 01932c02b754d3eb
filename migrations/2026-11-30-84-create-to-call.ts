// Whom the desk has still to call, with how they are reached; a confidential one by a card of its own.
import type { Kysely } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('to_call')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.notNull())
    .addColumn('article_id', text, (c) => c.notNull())
    .addColumn('source_id', text, (c) => c.references('source.id'))
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('body', text, (c) => c.notNull())
    .addColumn('phone', text, (c) => c.notNull())
    .addColumn('mail', text, (c) => c.notNull())
    .addColumn('note', text, (c) => c.notNull())
    .addColumn('added_by', text, (c) => c.references('person.id'))
    .addColumn('added_at', text, (c) => c.notNull())
    .addColumn('contact_id', text, (c) => c.references('contact.id'))
    .addColumn('removed_by', text, (c) => c.references('person.id'))
    .addColumn('removed_at', text)
    .addForeignKeyConstraint('to_call_of_article', ['article_id', 'desk_id'], 'article', ['id', 'desk_id'])
    .execute();
  for (const column of ['article_id', 'source_id'])
    await db.schema.createIndex(`to_call_${column}`).on('to_call').column(column).execute();
}
