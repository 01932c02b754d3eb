// What people said to what sign-off checks miss: reasons for one thing, waivers of several. R14 takes neither.
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';

const RULES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 16, 17, 18, 19, 20].map((number) => `'R${number}'`);

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('sign_off_answer')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.notNull())
    .addColumn('article_id', text, (c) => c.notNull())
    .addColumn('kind', text, (c) => c.notNull().check(sql`kind in ('reason', 'waiver')`))
    .addColumn('rule', text, (c) => c.notNull().check(sql.raw(`rule in (${RULES.join(', ')})`)))
    .addColumn('items', text, (c) => c.notNull())
    .addColumn('words', text, (c) => c.notNull().check(sql`words <> ''`))
    .addColumn('given_by', text, (c) => c.notNull().references('person.id'))
    .addColumn('given_at', text, (c) => c.notNull())
    .addColumn('ended_why', text, (c) => c.check(sql`ended_why in ('withdrawn', 'lapsed')`))
    .addColumn('ended_by', text, (c) => c.references('person.id'))
    .addColumn('ended_at', text)
    .addForeignKeyConstraint('answer_of_article', ['article_id', 'desk_id'], 'article', ['id', 'desk_id'])
    .addCheckConstraint('sign_off_answer_ended', sql`(ended_at is null) = (ended_why is null)`)
    .addCheckConstraint('sign_off_answer_ended_by', sql`ended_by is null or ended_why = 'withdrawn'`)
    .execute();
  await db.schema.createIndex('sign_off_answer_article').on('sign_off_answer').column('article_id').execute();
}
