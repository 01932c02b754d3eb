// The frame of every verb on the evidence of a claim: the claim found, locked, and open to more.
import { type WorkOnClaim, withClaimFor } from '#src/claims/with-claim.ts';
import type { Context } from '#src/context.ts';
import { assertEvidenceOpen } from './evidence.ts';

/** The frame of verbs on evidence: as withClaim. Forbidden for guests; RuleBroken where the claim is done or dropped. */
export function withClaimForEvidence<Result>(
  ctx: Context,
  article_id: string | number,
  { number }: { number: number | string },
  work: WorkOnClaim<Result>,
): Promise<Result> {
  return withClaimFor(ctx, article_id, { number, may: 'add_evidence' }, (ctx, claim, article) => {
    assertEvidenceOpen(claim);
    return work(ctx, claim, article);
  });
}
