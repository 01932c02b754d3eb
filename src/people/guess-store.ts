// All SQL of counted guesses. A try is counted before the password is looked at, so that many at once are many.
import type { Context } from '#src/context.ts';
import { forUpdate } from '#src/database/engine.ts';
import type { Db } from '#src/database/schema.ts';
import { FORGOTTEN_AFTER_SECONDS, type GuessedAt, waitAfter } from './guessing.ts';

export interface GuessKey {
  guessed_at: GuessedAt;
  /** Whom or from where: a folded address of mail, or a place of the network. */
  name: string;
}

/**
 * Counts a try, or tells until when there is none (ISO text). In the caller's transaction; keys always in the same order,
 * so that two tries never wait for each other in a circle.
 */
export async function updateGuesses(ctx: Context, keys: GuessKey[]): Promise<string | null> {
  const rows = [];
  for (const key of keys) rows.push({ ...key, row: await getGuessForChange(ctx, keyText(key)) });
  const locked = rows.map(({ row }) => row.locked_until).filter((until) => until > ctx.at);
  if (locked.length > 0) return locked.sort().at(-1) as string;
  for (const { row, guessed_at } of rows) {
    const count = row.forgotten_at <= ctx.at ? 1 : row.count + 1;
    const locked_until = later(ctx.at, waitAfter(count, guessed_at));
    const forgotten_at = later(locked_until, FORGOTTEN_AFTER_SECONDS);
    await ctx.db.updateTable('guess').set({ count, locked_until, forgotten_at }).where('key', '=', row.key).execute();
  }
  return null;
}

/** After a right password: the person's count is gone, and the place is not blamed for this try. */
export async function deleteGuesses(db: Db, keys: GuessKey[]): Promise<void> {
  for (const key of keys) {
    if (key.guessed_at === 'person') await db.deleteFrom('guess').where('key', '=', keyText(key)).execute();
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

async function getGuessForChange(ctx: Context, key: string) {
  await ctx.db
    .insertInto('guess')
    .values({ key, count: 0, locked_until: ctx.at, forgotten_at: ctx.at })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  return forUpdate(ctx.db.selectFrom('guess').selectAll().where('key', '=', key)).executeTakeFirstOrThrow();
}

function keyText(key: GuessKey): string {
  return `${key.guessed_at}:${key.name}`;
}

function later(at: string, seconds: number): string {
  return new Date(Date.parse(at) + seconds * 1000).toISOString();
}
