// What an account was taken from, as it was then, so that it can say when that has changed. Of those that are there it is not known: null.
import type { Kysely } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('account').addColumn('taken_from', textType(db)).execute();
}
