// To whom a signed report was sent, and which member took which file of it.
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';

const AUDIENCE = sql`audience in ('internal', 'public')`;
const HOW = sql`how in ('mail', 'message', 'paper', 'web', 'other')`;

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('publication')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.notNull())
    .addColumn('article_id', text, (c) => c.notNull())
    .addColumn('report_id', text, (c) => c.notNull().references('report.id'))
    .addColumn('audience', text, (c) => c.notNull().check(AUDIENCE))
    .addColumn('to_whom', text, (c) => c.notNull().check(sql`to_whom <> ''`))
    .addColumn('how', text, (c) => c.notNull().check(HOW))
    .addColumn('sent_at', text, (c) => c.notNull())
    .addColumn('noted_by', text, (c) => c.notNull().references('person.id'))
    .addColumn('noted_at', text, (c) => c.notNull())
    .addColumn('withdrawn_by', text, (c) => c.references('person.id'))
    .addColumn('withdrawn_at', text)
    .addForeignKeyConstraint('publication_of_article', ['article_id', 'desk_id'], 'article', ['id', 'desk_id'])
    .addCheckConstraint('publication_withdrawn', sql`(withdrawn_at is null) = (withdrawn_by is null)`)
    .execute();
  await db.schema.createIndex('publication_article').on('publication').column('article_id').execute();
  await db.schema
    .createTable('report_download')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.notNull())
    .addColumn('article_id', text, (c) => c.notNull())
    .addColumn('report_id', text, (c) => c.notNull().references('report.id'))
    .addColumn('audience', text, (c) => c.notNull().check(AUDIENCE))
    .addColumn('format', text, (c) => c.notNull())
    .addColumn('person_id', text, (c) => c.notNull().references('person.id'))
    .addColumn('at', text, (c) => c.notNull())
    .addForeignKeyConstraint('report_download_of_article', ['article_id', 'desk_id'], 'article', ['id', 'desk_id'])
    .execute();
  await db.schema.createIndex('report_download_article').on('report_download').column('article_id').execute();
}
