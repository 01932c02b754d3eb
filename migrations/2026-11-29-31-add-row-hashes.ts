// A hash of each row that an entry of the log stored, beside its detail. Entries from before have none.
import type { Kysely } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('log_detail').addColumn('rows', textType(db)).execute();
}
