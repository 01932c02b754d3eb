// All SQL of the hash of the first person's token.
import type { Db } from '#src/database/schema.ts';

const NAME = 'first_person_token_hash';

/** Keeps this hash in place of the one before. */
export async function updateSetupToken(db: Db, hash: string): Promise<void> {
  await db
    .insertInto('setting')
    .values({ name: NAME, value: hash })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: hash }))
    .execute();
}

/** Whether this is the hash that is kept. */
export async function isSetupToken(db: Db, hash: string): Promise<boolean> {
  const kept = await db.selectFrom('setting').select('value').where('name', '=', NAME).executeTakeFirst();
  return kept?.value === hash;
}

/** Uses a token up. Says whether it was the right one: of two who bring it at once, one gets true. */
export async function deleteSetupToken(db: Db, hash: string): Promise<boolean> {
  const used = await db.deleteFrom('setting').where('name', '=', NAME).where('value', '=', hash).executeTakeFirst();
  return Number(used.numDeletedRows) === 1;
}
