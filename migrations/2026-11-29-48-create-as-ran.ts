// The text of an article as it ran: pasted or fetched, and who initialled it against which version.
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('as_ran')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.notNull().references('desk.id'))
    .addColumn('article_id', text, (c) => c.notNull().references('article.id'))
    .addColumn('text', text)
    .addColumn('outline', text, (c) => c.notNull())
    .addColumn('sha256', text, (c) => c.notNull())
    .addColumn('length', 'integer', (c) => c.notNull().check(sql`length > 0`))
    .addColumn('address', text, (c) => c.notNull())
    .addColumn('page_sha256', text)
    .addColumn('brought_by', text, (c) => c.references('person.id'))
    .addColumn('brought_at', text, (c) => c.notNull())
    .addColumn('version_id', text, (c) => c.references('version.id'))
    .addColumn('initialled_by', text, (c) => c.references('person.id'))
    .addColumn('initialled_at', text)
    .addColumn('reason', text, (c) => c.notNull())
    .addCheckConstraint(
      'as_ran_initialled_whole',
      sql`(initialled_at is null) = (version_id is null) and (initialled_at is null) = (initialled_by is null)`,
    )
    .execute();
  await db.schema.createIndex('as_ran_of_article').on('as_ran').columns(['article_id', 'brought_at']).execute();
}
