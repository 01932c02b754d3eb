// All SQL of counted guesses: rows that are read, locked, counted on and forgotten.
import type { Context } from '#src/context.ts';
import { forUpdate } from '#src/database/engine.ts';
import type { Db } from '#src/database/schema.ts';
import type { GuessTable } from '../tables.ts';
import { type Counted, type GuessedAt, noTries } from './throttle-rules.ts';

export interface GuessKey {
  guessed_at: GuessedAt;
  /** Whom or from where: a folded address of mail, a known browser, a session, or a place of the network. */
  name: string;
}

export function keyText(key: GuessKey): string {
  return `${key.guessed_at}:${key.name}`;
}

/** What is counted under these keys, by key. */
export async function listGuesses(db: Db, keys: string[]): Promise<Map<string, Counted>> {
  const rows = await db.selectFrom('guess').selectAll().where('key', 'in', keys).execute();
  return byKey(rows);
}

/** The same, locked until the caller's transaction ends; keys always in one order, so that nobody waits in a circle. */
export async function listGuessesForChange(ctx: Context, keys: string[]): Promise<Map<string, Counted>> {
  const sorted = [...keys].sort();
  await ctx.db
    .insertInto('guess')
    .values(sorted.map((key) => ({ key, ...noTries(ctx.at) })))
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  const rows = ctx.db.selectFrom('guess').selectAll().where('key', 'in', sorted).orderBy('key');
  return byKey(await forUpdate(rows).execute());
}

/** Stores these counts. The rows are there, and locked. */
export async function updateGuesses(db: Db, counts: Map<string, Counted>): Promise<void> {
  await db
    .insertInto('guess')
    .values([...counts].map(([key, counted]) => ({ key, ...counted })))
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((eb) => ({
        count: eb.ref('excluded.count'),
        locked_until: eb.ref('excluded.locked_until'),
        forgotten_at: eb.ref('excluded.forgotten_at'),
      })),
    )
    .execute();
}

/** After a right password: the count of whoever it is is gone, and the place is not blamed for this try. */
export async function deleteGuesses(db: Db, keys: GuessKey[]): Promise<void> {
  for (const key of keys) {
    if (key.guessed_at !== 'place') await db.deleteFrom('guess').where('key', '=', keyText(key)).execute();
    else
      await db
        .updateTable('guess')
        .set((eb) => ({ count: eb('count', '-', 1) }))
        .where('key', '=', keyText(key))
        .where('count', '>', 0)
        .execute();
  }
}

/** Rows that say nothing any more. */
export async function deleteForgottenGuesses(db: Db, at: string): Promise<void> {
  await db.deleteFrom('guess').where('forgotten_at', '<=', at).execute();
}

const MOST_KEPT = 50_000;

/** Keeps so many rows and no more, those of the most tries: whoever makes addresses up by the thousand fills no disk. */
export async function deleteSurplusGuesses(db: Db, kept = MOST_KEPT): Promise<void> {
  const { count } = await db
    .selectFrom('guess')
    .select((eb) => eb.fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  const surplus = Number(count) - kept;
  if (surplus <= 0) return;
  const least = db.selectFrom('guess').select('key').orderBy('count').orderBy('forgotten_at').limit(surplus);
  await db.deleteFrom('guess').where('key', 'in', least).execute();
}

function byKey(rows: GuessTable[]): Map<string, Counted> {
  return new Map(rows.map(({ key, ...counted }) => [key, counted]));
}
