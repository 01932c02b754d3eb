// Who is asking, of which database, at what time: the first argument of every verb of the domain.
import { setTimeout as wait } from 'node:timers/promises';
import { tellCommitted } from './database/after-commit.ts';
import { type Db, isBusy } from './database/engine.ts';
import { insideTransaction } from './database/inside-transaction.ts';
import { RowWatch } from './database/row-watch.ts';
import { DatabaseBusy } from './database/unusable.ts';
import { withOthers } from './others-turn.ts';

export type Actor =
  | { readonly kind: 'person'; readonly id: string; readonly display_name: string; readonly is_administrator: boolean }
  | { readonly kind: 'operator'; readonly id: null }
  | { readonly kind: 'nobody'; readonly id: null };

/** `at` is ISO 8601 in UTC, the same for all that one request does. */
export type Context = { readonly db: Db; readonly actor: Actor; readonly at: string };

const BUSY_LIMIT_MILLISECONDS = 5_000;

/** The context of the operator at the command line, and of the program's own work. */
export function systemContext(db: Db, at = new Date().toISOString()): Context {
  return { db, actor: { kind: 'operator', id: null }, at };
}

/** The context of a request before anybody has signed in. */
export function nobodyContext(db: Db, at = new Date().toISOString()): Context {
  return { db, actor: { kind: 'nobody', id: null }, at };
}

/** The context of a job that works for a person; without one, of the program's own work. What they may is asked anew by its verbs. */
export function actingFor(ctx: Context, person_id: string | null): Context {
  if (person_id === null) return ctx;
  return { ...ctx, actor: { kind: 'person', id: person_id, display_name: '', is_administrator: false } };
}

/**
 * All that `work` does is stored, or nothing of it. The callback's own `ctx` must shadow the outer one: a question put to
 * the outer one throws. Inside a transaction that is already open it joins it. Where another process is writing a SQLite
 * file, beginning is tried again for five seconds without blocking the program; then DatabaseBusy, nothing done.
 * Await nothing but the database inside.
 */
export async function transact<T>(ctx: Context, work: (ctx: Context) => Promise<T>): Promise<T> {
  if (ctx.db.isTransaction) return work(ctx);
  // Those that begin at once wait for the disk together.
  await withOthers();
  const deadline = performance.now() + BUSY_LIMIT_MILLISECONDS;
  let begun = false;
  for (;;) {
    try {
      const watch = new RowWatch();
      const result = await ctx.db.transaction().execute((transaction) => {
        begun = true;
        return insideTransaction(() => watched(ctx, { db: transaction, watch, work }));
      });
      tellCommitted(ctx.db, watch.changed);
      return result;
    } catch (error) {
      if (begun || !isBusy(error)) throw error;
      if (performance.now() > deadline) throw new DatabaseBusy({ cause: error });
      await wait(5 + Math.random() * 30);
    }
  }
}

/** Does the work under a watch that sees which rows it stores. */
async function watched<T>(
  ctx: Context,
  { db, watch, work }: { db: Db; watch: RowWatch; work: (ctx: Context) => Promise<T> },
): Promise<T> {
  const inside = db.withPlugin(watch);
  watch.connection = await db.getExecutor().provideConnection(async (connection) => connection);
  try {
    const result = await work({ ...ctx, db: inside });
    await watch.end(inside);
    return result;
  } finally {
    watch.close();
  }
}
