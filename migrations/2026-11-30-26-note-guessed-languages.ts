// Whether an article's language was guessed from its words, because nobody said it.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('article')
    .addColumn('language_guessed', 'integer', (c) => c.notNull().defaultTo(0).check(sql`language_guessed in (0, 1)`))
    .execute();
}
