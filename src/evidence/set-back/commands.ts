// The verbs that set claims back because of what became of their source.
import { addToCause, checkAgainForSource } from '#src/claims/revision/source-changed-commands.ts';
import type { Context } from '#src/context.ts';
import type { OnAddressGone, OnListRemoved, OnRetracted } from '#src/sources/hooks.ts';
import { causeOfGone, UNSAID } from './cause.ts';
import { getSourceHere, listClaimsOn } from './store.ts';

/** Sets each claim that rests on the source to check again; not in articles that are put away, whose pages say it. */
export const setBackForGone: OnAddressGone = async (ctx, source, misses) => {
  const { is_confidential, time_zone } = await getSourceHere(ctx.db, source.id);
  await setBack(ctx, source.id, causeOfGone({ misses: JSON.stringify(misses), is_confidential }, time_zone));
};

/** The same for a paper that was retracted. */
export const setBackForRetraction: OnRetracted = async (ctx, source, cause) => {
  const { is_confidential } = await getSourceHere(ctx.db, source.id);
  await setBack(ctx, source.id, is_confidential === 1 || source.is_confidential === 1 ? UNSAID : cause);
};

/** A claim that a list set back says that the list is gone: whoever opens it then knows what to make of its cause. */
export const sayListRemoved: OnListRemoved = async (ctx, source, list_name) => {
  const said = { names: `according to ${list_name}`, more: `the list ${list_name} was removed since` };
  for (const { article_id, claim_number: number, put_away_at } of await listClaimsOn(ctx.db, source.id))
    if (put_away_at === null) await addToCause(ctx, { id: article_id }, { number, ...said });
};

/** The articles of the source are locked, and raised by the caller. */
async function setBack(ctx: Context, source_id: string, cause: string): Promise<void> {
  for (const { article_id, claim_number, put_away_at } of await listClaimsOn(ctx.db, source_id))
    if (put_away_at === null) await checkAgainForSource(ctx, { id: article_id }, { number: claim_number, cause });
}
