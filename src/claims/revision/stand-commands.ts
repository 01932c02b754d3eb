// The verb that says of claims to check again that their verdicts still stand, one or many at once.
import type { ArticleFound } from '#src/articles/store.ts';
import { getLatestVersion } from '#src/articles/version-text-store.ts';
import { withArticle } from '#src/articles/with-article.ts';
import type { Context } from '#src/context.ts';
import { assertMay } from '#src/people/permissions.ts';
import { findAnchor } from '../anchor-store.ts';
import { moved } from '../claim.ts';
import { hasAttribution } from '../particulars-store.ts';
import { type ClaimFound, updateClaim } from '../store.ts';
import type { ClaimAnchorTable } from '../tables.ts';
import { openForWork, recordOnClaim } from '../with-claim.ts';
import { whyNotStanding } from './standing-rules.ts';

export interface StoodOutcome {
  stood: number[];
  /** What has to be looked at on its own page, with a sentence each; the others are done all the same. */
  left: { number: number; why: string }[];
}

/**
 * Says that these claims, looked at on the words of this version, have the verdicts that they had: whoever says so is their
 * checker from now on, and they wait for their second read. What was changed meanwhile, or cannot be said in one press, is
 * left with a reason.
 */
export function standClaims(
  ctx: Context,
  article_id: string,
  claims: readonly { number: number; revision: number }[],
): Promise<StoodOutcome> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    const outcome: StoodOutcome = { stood: [], left: [] };
    for (const { number, revision } of claims) {
      const claim = await openForWork(ctx, article, { number });
      assertMay(article.role, 'set_verdicts');
      const why = await whyNot(ctx, article, { claim, revision });
      if (why === '') await stand(ctx, claim);
      if (why === '') outcome.stood.push(number);
      else outcome.left.push({ number, why });
    }
    return outcome;
  });
}

async function whyNot(
  { db }: Context,
  article: ArticleFound,
  { claim, revision }: { claim: ClaimFound; revision: number },
): Promise<string> {
  if (claim.same_as_id !== null) return 'is the same as another claim and is decided there';
  if (claim.revision !== revision) return 'was changed while you had this page open; check it again';
  const version = await getLatestVersion(db, article);
  const anchor = await findAnchor(db, { claim_id: claim.id, version_id: version.id });
  const status: ClaimAnchorTable['status'] = anchor?.status ?? 'lost';
  return whyNotStanding({ ...claim, anchor_status: status, has_attribution: await hasAttribution(db, claim.id) });
}

async function stand(ctx: Context, claim: ClaimFound): Promise<void> {
  const { state, checker_id, as_of, state_line, check_again, content_verdict_id, attribution_verdict } = claim;
  const after = {
    state: moved(moved(state, 'judge'), 'offer'),
    check_again: '',
    checker_id: ctx.actor.id,
    as_of: ctx.at,
  };
  await updateClaim(ctx.db, claim.id, { ...after, state_line: '' });
  await recordOnClaim(ctx, claim, {
    verb: 'claim.stood',
    before: { state, checker_id, as_of, state_line, check_again },
    after: { ...after, content_verdict_id, ...(attribution_verdict === null ? {} : { attribution_verdict }) },
  });
}
