// Since when a desk does not capture a source by itself, because its site asks robots not to.
import type { Kysely } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('source_watch').addColumn('robots_at', textType(db)).execute();
}
