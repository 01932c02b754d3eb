// All SQL of the hashes of the first person's tokens, each a row of its own.
import { engineOf } from '#src/database/engine.ts';
import type { Db } from '#src/database/schema.ts';
import { later } from '#src/dates.ts';

const NAMES = 'first_person_token';
/** Behind every name that begins so. */
const BEHIND = 'first_person_tokeo';
const TOGETHER_MILLISECONDS = 120_000;

/**
 * Keeps this hash, and forgets those of earlier starts. On PostgreSQL several servers may be starting at once, each with a
 * terminal of its own: what was made in the two minutes before stays good.
 */
export async function insertSetupToken(db: Db, hash: string, at: string): Promise<void> {
  const until = engineOf(db) === 'sqlite' ? at : later(at, -TOGETHER_MILLISECONDS);
  await tokens(db).where('value', '<=', until).execute();
  await db
    .insertInto('setting')
    .values({ name: `${NAMES} ${hash}`, value: at })
    .execute();
}

/** Whether this is a hash that is kept. */
export async function isSetupToken(db: Db, hash: string): Promise<boolean> {
  const kept = db.selectFrom('setting').select('value').where('name', '=', `${NAMES} ${hash}`);
  return (await kept.executeTakeFirst()) !== undefined;
}

/** Uses a token up, and all others with it. Says whether it was a right one: of several brought at once, one gets true. */
export async function deleteSetupTokens(db: Db, hash: string): Promise<boolean> {
  const used = await tokens(db).returning('name').execute();
  return used.some(({ name }) => name === `${NAMES} ${hash}`);
}

function tokens(db: Db) {
  return db.deleteFrom('setting').where('name', '>=', NAMES).where('name', '<', BEHIND);
}
