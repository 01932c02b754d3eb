// A count that goes up with every change of a desk that its articles' pages show: settings, members, profiles, names.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('desk')
    .addColumn('changed_seq', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
}
