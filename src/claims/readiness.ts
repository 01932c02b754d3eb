// What a claim still wants before its second read, for the sentence that answers a saved verdict.
import { getArticle } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { canMove, sayStillWanted } from './claim.ts';
import { hasAttribution } from './particulars-store.ts';
import { getClaim } from './store.ts';

/** "It still wants its sentence."; empty where nothing is missing, or the claim is not in work. NotFound for strangers. */
export async function stillWanted(ctx: Context, article_id: string, number: number | string): Promise<string> {
  const article = await getArticle(ctx, article_id);
  const claim = await getClaim(ctx.db, article, { number });
  if (!canMove(claim.state, 'offer')) return '';
  return sayStillWanted({ ...claim, has_attribution: await hasAttribution(ctx.db, claim.id) });
}
