// The stored work of a desk's own round: one source is captured again, and the next one asked for.
import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from '#src/context.ts';
import { Forbidden, NotFound, RuleBroken } from '#src/errors.ts';
import { mayComeBySelf } from '#src/fetching/ask-robots.ts';
import type { JobTable } from '#src/jobs/tables.ts';
import type { Finish } from '#src/jobs/worker.ts';
import { getSource } from '../card/store.ts';
import { noteRobots } from '../watch/commands.ts';
import { askForNext, type RoundInput } from './round-commands.ts';
import { hostOf, PAUSE_MILLISECONDS } from './round-rules.ts';
import { findOnRound, updateLookedAt } from './round-store.ts';
import { type CaptureSide, takeCapture } from './take-capture.ts';

/** What cannot be fetched or stored is passed over: nobody waits for it, and its turn comes again. */
export async function round(ctx: Context, job: JobTable, side: CaptureSide): Promise<Finish> {
  const { source_ids, last_host, ...desk } = JSON.parse(job.input) as RoundInput;
  const [id = '', ...left] = source_ids;
  const due = await findOnRound(ctx.db, id);
  // First of all its turn is over: one that ends the round by an error must not be the first of the next one.
  await updateLookedAt(ctx.db, [id], ctx.at);
  const host = due === undefined ? last_host : hostOf(due.url);
  const store = due && (await captureQuietly(ctx, due, { side, is_same_host: host === last_host }));
  return async (ctx) => {
    await store?.(ctx);
    await askForNext(ctx, { ...desk, source_ids: left, last_host: host });
    return { path: job.back };
  };
}

async function captureQuietly(
  ctx: Context,
  due: { number: number; url: string },
  { side, is_same_host }: { side: CaptureSide; is_same_host: boolean },
) {
  if (is_same_host) await wait(PAUSE_MILLISECONDS, undefined, { signal: side.signal });
  try {
    const source = await getSource(ctx, due.number);
    const may_come = await mayComeBySelf(due.url, { allow: side.rules.allow, signal: side.signal });
    await noteRobots(ctx, source, may_come);
    if (!may_come) return undefined;
    return await takeCapture(ctx, { source, address: due.url, is_round: true }, side);
  } catch (error) {
    const is_said = error instanceof RuleBroken || error instanceof Forbidden || error instanceof NotFound;
    if (!is_said || side.signal.aborted) throw error;
    return undefined;
  }
}
