// The verbs that take proposed sources as evidence, one or all.
import type { ProposedSourceFound } from '#src/articles/proposed-store.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import { recordOnArticle, withArticle } from '#src/articles/with-article.ts';
import type { PlacedClaim } from '#src/claims/store.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { assertMay } from '#src/people/permissions.ts';
import { addEvidence } from '../add-commands.ts';
import { cardFor, decide, namedIn, type ProposedTaken, proposedIn, proposedOn } from './commands.ts';
import { cardOfProposed, claimsTouched, isOpenForEvidence } from './proposed-source.ts';

/**
 * Takes a proposed source as evidence: on the claim that is named, else on the one that shares most of its words. The card
 * is the desk's own where it has that address or title. Taking it twice is taking it once; for another claim it may be taken
 * too. NotFound; Forbidden for guests; RuleBroken where no claim stands on its words, or the claim is done or dropped.
 */
export function takeProposedSource(
  ctx: Context,
  article_id: string | number,
  input: { proposed: string; claim?: number | undefined },
): Promise<ProposedTaken> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    assertMay(article.role, 'add_evidence');
    const { proposed_source, claims } = await proposedOn(ctx, article, input.proposed);
    const touched = claimsTouched(proposed_source, claims);
    const claim = input.claim === undefined ? firstOpen(touched) : touched.find((one) => one.number === input.claim);
    if (claim === undefined) throw new RuleBroken(input.claim === undefined ? NO_CLAIM : notOn(input.claim));
    return take(ctx, article, { proposed_source, claim });
  });
}

/** Takes all proposed sources of which nobody has decided and on whose words a claim stands that is not done. Forbidden for guests. */
export function takeProposedSources(ctx: Context, article_id: string | number): Promise<ProposedTaken[]> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    assertMay(article.role, 'add_evidence');
    const { proposed_sources, claims } = await proposedIn(ctx, article);
    const taken: ProposedTaken[] = [];
    for (const proposed_source of proposed_sources) {
      const claim = claimsTouched(proposed_source, claims).find(isOpenForEvidence);
      if (proposed_source.decision === null && claim) taken.push(await take(ctx, article, { proposed_source, claim }));
    }
    return taken;
  });
}

async function take(
  ctx: Context,
  article: ArticleFound,
  { proposed_source, claim }: { proposed_source: ProposedSourceFound; claim: PlacedClaim },
): Promise<ProposedTaken> {
  const { source, is_new } = await cardFor(ctx, article, proposed_source);
  const { use } = cardOfProposed(proposed_source);
  const at = { number: claim.number, source_number: source.number };
  const added = await addEvidence(ctx, article.id, { ...at, ...use });
  if (proposed_source.decision === null || proposed_source.decision === 'dismissed') {
    await decide(ctx, proposed_source, { decision: 'evidence', source_id: source.id, evidence_id: added.id });
    const after = { ...namedIn(proposed_source), claim: claim.number, source: source.number };
    await recordOnArticle(ctx, article, { verb: 'source.proposal_taken', after });
  }
  return { claim_number: claim.number, source: added.source, is_new_source: is_new };
}

/** One that evidence may be added to; else the first, whose rule then says why not. */
function firstOpen(claims: PlacedClaim[]): PlacedClaim | undefined {
  return claims.find(isOpenForEvidence) ?? claims[0];
}

const NO_CLAIM = 'There is no claim on these words yet. Mark one and add the source there, or tick the words with it.';

function notOn(number: number): string {
  return `Claim ${number} is not on the words of this source. Add the source to it by its line.`;
}
