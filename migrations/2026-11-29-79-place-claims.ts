// Words are asked for the claim that stands on them, by their place, however many claims the text has.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('claim_anchor_version').execute();
  const index = db.schema.createIndex('claim_anchor_place').on('claim_anchor');
  await index.columns(['version_id', 'start', 'end']).execute();
}
