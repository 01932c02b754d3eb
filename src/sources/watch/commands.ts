// The verbs that note whether the address of a source was reached.
import { raiseChangedSeq } from '#src/articles/store.ts';
import { record } from '#src/audit/log.ts';
import { type Context, transact } from '#src/context.ts';
import type { Missing } from '#src/fetching/failures.ts';
import { lockArticlesOfSource } from '../card/articles-of-source-store.ts';
import { lockLibrary } from '../card/store.ts';
import type { OnAddressGone } from '../hooks.ts';
import type { SourceTable } from '../tables.ts';
import { insertWatch, lockWatch, updateWatch } from './store.ts';
import { areEnough, missesIn, missesWith, retryAfter } from './watch.ts';

export type SourceTried = Pick<SourceTable, 'id' | 'number' | 'desk_id'>;

/**
 * Notes that the page of a source was reached at this address: what was missed before is forgotten, and one that was gone
 * is there again. From now on the source is watched. Inside the transaction that takes the capture up.
 */
export async function noteReached(ctx: Context, source: SourceTried, url: string): Promise<void> {
  const articles = await lockArticlesOfSource(ctx.db, source.id);
  await lockLibrary(ctx.db, source.desk_id);
  const watch = await lockWatch(ctx.db, source.id);
  const reached = { url, tried_at: ctx.at, looked_at: ctx.at, misses: '[]', retry_at: null, gone_at: null };
  if (watch === undefined)
    return insertWatch(ctx.db, { source_id: source.id, desk_id: source.desk_id, ...reached, robots_at: null });
  const robots = watch.url === url ? {} : { robots_at: null };
  await updateWatch(ctx.db, source.id, { ...reached, ...robots });
  if (watch.gone_at === null || watch.url !== url) return;
  await record(ctx, {
    chain: source.desk_id,
    verb: 'source.address_back',
    subject: `source:${source.id}`,
    before: { number: source.number, gone_at: watch.gone_at },
  });
  for (const article_id of articles) await raiseChangedSeq(ctx.db, article_id);
}

/** Notes a try that says nothing: a consent page, a refusal, a server with a problem of its own. It neither counts nor clears. */
export async function noteTried(ctx: Context, { id }: Pick<SourceTried, 'id'>, url: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const watch = await lockWatch(ctx.db, id);
    if (watch === undefined) return;
    const misses = watch.url === url ? missesIn(watch) : [];
    const retry_at = retryAfter(misses, ctx.at, watch.gone_at !== null);
    await updateWatch(ctx.db, id, { tried_at: ctx.at, looked_at: ctx.at, retry_at });
  });
}

/** Notes whether the site asks robots to leave this address alone. Who captures by hand is no robot, and changes nothing in it. */
export async function noteRobots(ctx: Context, { id }: Pick<SourceTried, 'id'>, may_come: boolean): Promise<void> {
  await transact(ctx, async (ctx) => {
    const watch = await lockWatch(ctx.db, id);
    if (watch === undefined || (watch.robots_at === null) === may_come) return;
    await updateWatch(ctx.db, id, { robots_at: may_come ? null : ctx.at });
  });
}

/**
 * Notes that nothing stands at the address at which a source was captured before. On the third such try over two days it is
 * held to be gone, once, and `onAddressGone` is called. Not inside a transaction.
 */
export function noteMissed(
  ctx: Context,
  source: SourceTried,
  { url, what, onAddressGone }: { url: string; what: Missing; onAddressGone: OnAddressGone },
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const articles = await lockArticlesOfSource(ctx.db, source.id);
    await lockLibrary(ctx.db, source.desk_id);
    const watch = await lockWatch(ctx.db, source.id);
    if (watch === undefined) return;
    // An address that never brought a page may be mistyped.
    if (watch.url !== url) return noteTried(ctx, source, url);
    const misses = missesWith(missesIn(watch), { at: ctx.at, what });
    const was_gone = watch.gone_at !== null;
    const is_gone = was_gone || areEnough(misses);
    const gone_at = watch.gone_at ?? (is_gone ? ctx.at : null);
    const tried = { tried_at: ctx.at, looked_at: ctx.at, misses: JSON.stringify(misses), gone_at };
    await updateWatch(ctx.db, source.id, { ...tried, retry_at: retryAfter(misses, ctx.at, is_gone) });
    if (was_gone || !is_gone) return;
    const after = { number: source.number, misses };
    await record(ctx, { chain: source.desk_id, verb: 'source.address_gone', subject: `source:${source.id}`, after });
    await onAddressGone(ctx, source, misses);
    for (const article_id of articles) await raiseChangedSeq(ctx.db, article_id);
  });
}
