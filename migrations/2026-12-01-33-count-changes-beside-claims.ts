// A count of an article's changes that a claim's own row does not hold: most saves leave it as it is.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('article')
    .addColumn('beside_claims_seq', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
}
