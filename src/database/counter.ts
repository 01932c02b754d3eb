// Numbers that a person can say: article 12, claim 4. Each is given out once and never again.
import { sql } from 'kysely';
import { needed } from '#src/item-at.ts';
import type { Db } from './schema.ts';
import { statement } from './statement.ts';

/** The next number of this counter, from 1; taken inside the caller's transaction, so that a rollback gives it back unused. */
export function nextNumber(db: Db, name: string): Promise<number> {
  return nextNumbers(db, name, 1);
}

/** The first of the next `count` numbers in a row, all of them taken as nextNumber takes one. */
export async function nextNumbers(db: Db, name: string, count: number): Promise<number> {
  const [row] = await raised(db, { name, count });
  return Number(needed(row, `counter ${name}`).value) - count + 1;
}

const raised = statement((db, { name, count }: { name: string; count: number }) =>
  db
    .insertInto('counter')
    .values({ name, value: count })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: sql<number>`counter.value + ${count}` }))
    .returning('value'),
);
