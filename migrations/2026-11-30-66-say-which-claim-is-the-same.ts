// Which other claim of its article a claim is the same as: it is decided there.
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('claim')
    .addColumn('same_as_id', textType(db), (c) => c.references('claim.id').check(sql`same_as_id <> id`))
    .execute();
  await db.schema
    .createIndex('claim_same_as')
    .on('claim')
    .column('same_as_id')
    .where(sql.ref('same_as_id'), 'is not', null)
    .execute();
}
