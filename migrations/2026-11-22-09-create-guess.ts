// How many wrong passwords came lately, for whom and from where, so that guessing slows down on every process alike.
import type { Kysely } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('guess')
    .addColumn('key', text, (c) => c.primaryKey())
    .addColumn('count', 'integer', (c) => c.notNull())
    .addColumn('locked_until', text, (c) => c.notNull())
    .addColumn('forgotten_at', text, (c) => c.notNull())
    .execute();
  await db.schema.createIndex('guess_forgotten').on('guess').column('forgotten_at').execute();
}
