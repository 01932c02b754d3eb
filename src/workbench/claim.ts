// A claim with what belongs to it, as the pages of an article show it. Pure.
import type { ViewWithoutEvidence } from '#src/article-view/gather-article.ts';
import type { AttributedParty } from '#src/claims/particulars-store.ts';
import type { PlacedClaim } from '#src/claims/store.ts';
import type { FigureTable, VerdictTable } from '#src/claims/tables.ts';
import type { ContactRow } from '#src/contacts/contacts/store.ts';
import type { EvidenceRow } from '#src/evidence/evidence-row.ts';
import { wordsAt } from '#src/reading/text/range.ts';
import type { FixFound } from '#src/reviews/fixes/store.ts';
import type { QueryFound } from '#src/reviews/queries/store.ts';

export interface Claim extends PlacedClaim {
  verdict: VerdictTable | null;
  chain: AttributedParty[];
  figures: FigureTable[];
  fixes: FixFound[];
  queries: QueryFound[];
  contacts: ContactRow[];
  /** The words it stands on in this version; the statement where its place is lost. */
  words: string;
}

/** A claim with its evidence, too: of most claims no page shows that. */
export interface ClaimWithEvidence extends Claim {
  evidence: readonly EvidenceRow[];
}

/** The claims of what stands at an article, each with what belongs to it. */
export function claimsOf(view: ViewWithoutEvidence): Claim[] {
  const verdicts = new Map(view.verdicts.map((verdict) => [verdict.id, verdict]));
  const of = {
    chain: byClaim(view.chains),
    figures: byClaim(view.figures),
    contacts: byClaim(view.contacts),
    fixes: byClaim(view.fixes),
    queries: byClaim(view.queries),
  };
  return view.claims.map((claim) => ({
    ...claim,
    verdict: verdicts.get(claim.content_verdict_id ?? '') ?? null,
    words: wordsAt(view.ground.text, claim) ?? claim.statement,
    chain: of.chain.get(claim.id) ?? [],
    figures: of.figures.get(claim.id) ?? [],
    contacts: of.contacts.get(claim.id) ?? [],
    fixes: of.fixes.get(claim.id) ?? [],
    queries: of.queries.get(claim.id) ?? [],
  }));
}

function byClaim<Row extends { claim_id: string | null }>(rows: readonly Row[]): Map<string | null, Row[]> {
  return Map.groupBy(rows, (row) => row.claim_id);
}

/** Claims that count: everything but the dropped ones. */
export function standing(claims: readonly Claim[]): Claim[] {
  return claims.filter((claim) => claim.state !== 'withdrawn');
}
