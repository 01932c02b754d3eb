// Links by which the writer of one article answers without signing in: of the token only its hash.
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('writer_link')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.notNull())
    .addColumn('article_id', text, (c) => c.notNull())
    .addColumn('token_hash', text, (c) => c.notNull().unique())
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('created_by', text, (c) => c.references('person.id'))
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('expires_at', text, (c) => c.notNull())
    .addColumn('withdrawn_by', text, (c) => c.references('person.id'))
    .addColumn('withdrawn_at', text)
    .addColumn('last_used_at', text)
    .addForeignKeyConstraint('writer_link_of_article', ['article_id', 'desk_id'], 'article', ['id', 'desk_id'])
    .addCheckConstraint('writer_link_ends', sql`created_at < expires_at`)
    .execute();
  await db.schema.createIndex('writer_link_article').on('writer_link').column('article_id').execute();
  for (const table of ['query_answer', 'fix'])
    await db.schema
      .alterTable(table)
      .addColumn('writer_link_id', text, (c) => c.references('writer_link.id'))
      .execute();
}
