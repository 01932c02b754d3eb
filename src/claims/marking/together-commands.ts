// The verb that does one thing to several claims of an article, and says of each what came of it.
import { assertNotPutAway } from '#src/articles/put-away.ts';
import { getArticle } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { NotFound, RuleBroken } from '#src/errors.ts';
import { assertMay } from '#src/people/permissions.ts';
import { assertWorksHere } from '../assignee.ts';
import type { Deed } from '../deeds.ts';
import { getClaim, listClaimNumbers } from '../store.ts';
import { assignClaim } from './assign-claim-commands.ts';
import { changeClaimKey, withdrawClaim } from './commands.ts';

export interface Together {
  claims: number[];
  deed: Deed;
  /** For assigning: null for nobody. */
  assignee_id: string | null;
  /** For dropping. */
  reason: string;
}

export interface TogetherDone {
  done: number[];
  /** It was so already. */
  unchanged: number[];
  refused: { number: number; why: string }[];
}

/**
 * Does it to each claim in a transaction of its own, with an entry in the log for each: what one rule refuses holds nobody
 * else up. As a whole it is refused where no claim is chosen, one is not of the article (NotFound), nobody is there who could
 * be given them, or a reason is missing; Forbidden for guests.
 */
export async function workTogether(ctx: Context, article_id: string, input: Together): Promise<TogetherDone> {
  const article = await getArticle(ctx, article_id);
  assertMay(article.role, input.deed === 'assign' ? 'assign_work' : 'change_claims');
  assertNotPutAway(article);
  if (input.claims.length === 0) throw new RuleBroken('Tick at least one claim.', 'claims');
  const known = new Set(await listClaimNumbers(ctx.db, article.id));
  if (input.claims.some((number) => !known.has(number))) throw new NotFound();
  if (input.deed === 'assign' && input.assignee_id !== null) await assertWorksHere(ctx, article, input.assignee_id);
  if (input.deed === 'drop' && input.reason === '')
    throw new RuleBroken('Say why they are dropped: each claim’s history keeps the reason.', 'reason');
  const outcome: TogetherDone = { done: [], unchanged: [], refused: [] };
  for (const number of [...new Set(input.claims)].sort((one, other) => one - other)) {
    try {
      const is_changed = await doOne(ctx, article.id, { ...input, number });
      outcome[is_changed ? 'done' : 'unchanged'].push(number);
    } catch (error) {
      if (!(error instanceof RuleBroken)) throw error;
      outcome.refused.push({ number, why: error.message });
    }
  }
  return outcome;
}

async function doOne(
  ctx: Context,
  article_id: string,
  { deed, number, assignee_id, reason }: Together & { number: number },
): Promise<boolean> {
  if (deed === 'assign') return assignClaim(ctx, article_id, { number, assignee_id });
  if (deed === 'drop') return withdrawClaim(ctx, article_id, { number, reason });
  const is_key = deed === 'star';
  const { is_key: before } = await getClaim(ctx.db, { id: article_id }, { number });
  await changeClaimKey(ctx, article_id, { number, is_key });
  return before !== (is_key ? 1 : 0);
}
