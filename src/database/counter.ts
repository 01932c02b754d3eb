// Numbers that a person can say: article 12, claim 4. Each is given out once and never again.
import { sql } from 'kysely';
import type { Db } from './schema.ts';

/** The next number of this counter, from 1; taken inside the caller's transaction, so that a rollback gives it back unused. */
export async function nextNumber(db: Db, name: string): Promise<number> {
  const row = await db
    .insertInto('counter')
    .values({ name, value: 1 })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: sql<number>`counter.value + 1` }))
    .returning('value')
    .executeTakeFirstOrThrow();
  return Number(row.value);
}
