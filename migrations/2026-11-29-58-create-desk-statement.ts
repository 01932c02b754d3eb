// What a desk says of itself in its reports: interests, where complaints go, days to answer, names in public.
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('desk_statement')
    .addColumn('desk_id', text, (c) => c.primaryKey().references('desk.id'))
    .addColumn('interests', text, (c) => c.notNull())
    .addColumn('complaints_to', text, (c) => c.notNull())
    .addColumn('answer_days', 'integer', (c) => c.notNull().check(sql`answer_days between 1 and 365`))
    .addColumn('names_public', 'integer', (c) => c.notNull().check(sql`names_public in (0, 1)`))
    .addColumn('revision', 'integer', (c) => c.notNull())
    .execute();
}
