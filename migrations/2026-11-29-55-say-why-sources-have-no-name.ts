// Why the public is not told who a confidential source is, in words that the public reads, and who granted it.
import type { Kysely } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['anonymity_reason', 'granted_by'])
    await db.schema
      .alterTable('source')
      .addColumn(column, textType(db), (c) => c.notNull().defaultTo(''))
      .execute();
}
