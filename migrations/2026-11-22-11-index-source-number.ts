// A desk's sources in the order of their numbers, so that the newest page of a large library is found without sorting it.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('source_number').on('source').columns(['desk_id', 'number']).execute();
}
