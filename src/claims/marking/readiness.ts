// What a claim still needs before its second read, as a sentence.
import { getArticle } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { canMove, sayStillWanted } from '../claim.ts';
import { hasAttribution } from '../particulars-store.ts';
import { type ClaimFound, getClaim } from '../store.ts';
import type { FirstVerdict } from './first-verdict.ts';

/** Said of a claim whose verdict took it to second read. */
export const WAITS = 'It is waiting for its second read.';

/** Said of a key claim that wants nothing more: a plain OK that is not key goes on by itself. */
const STAYS = 'As a key claim it stays with you until you send it to second read.';

async function wantedOf(ctx: Context, claim: ClaimFound): Promise<string> {
  if (!canMove(claim.state, 'offer')) return '';
  const wanted = sayStillWanted({ ...claim, has_attribution: await hasAttribution(ctx.db, claim.id) });
  return wanted === '' && claim.is_key === 1 ? STAYS : wanted;
}

/** What became of the verdict that came with marking or taking, in a sentence; empty where none came with it. */
export async function outcomeOfVerdict(
  ctx: Context,
  article_id: string,
  { number, content_verdict, attribution_verdict }: FirstVerdict & { number: number },
): Promise<string> {
  if (!content_verdict && !attribution_verdict) return '';
  const claim = await getClaim(ctx.db, await getArticle(ctx, article_id), { number });
  return claim.state === 'ready' ? WAITS : wantedOf(ctx, claim);
}
