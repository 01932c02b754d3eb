// Whether the public ZIP of a signed report holds the bytes of saved copies: a desk says so, or it does not.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('desk_statement')
    .addColumn('copies_public', 'integer', (c) => c.notNull().defaultTo(0).check(sql`copies_public in (0, 1)`))
    .execute();
}
