// Why a claim is to be checked again after a new version of the text: on the claim until it is, and for good on its place in that version.
import type { Kysely } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .alterTable('claim')
    .addColumn('check_again', text, (c) => c.notNull().defaultTo(''))
    .execute();
  await db.schema
    .alterTable('claim_anchor')
    .addColumn('cause', text, (c) => c.notNull().defaultTo(''))
    .execute();
}
