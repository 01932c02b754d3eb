// A claim with what belongs to it, as the pages of an article show it. Pure.
import type { ViewWithoutEvidence } from '#src/article-view/gather-article.ts';
import { isAsBefore } from '#src/articles/remembered.ts';
import type { AttributedParty } from '#src/claims/particulars-store.ts';
import type { PlacedClaim } from '#src/claims/store.ts';
import type { FigureTable, VerdictTable } from '#src/claims/tables.ts';
import type { ContactRow } from '#src/contacts/contacts/store.ts';
import type { EvidenceRow } from '#src/evidence/evidence-row.ts';
import { wordsAt } from '#src/reading/text/range.ts';
import type { FixFound } from '#src/reviews/fixes/store.ts';
import type { QueryFound } from '#src/reviews/queries/store.ts';

export interface Claim extends PlacedClaim {
  /** The row alone. */
  row: PlacedClaim;
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

/** The claims of what stands at an article, each with what belongs to it; where that is as it was `before`, the very same. */
export function claimsOf(view: ViewWithoutEvidence, before: readonly Claim[] = []): Claim[] {
  const known = new Map(before.map((claim) => [claim.id, claim]));
  const verdicts = new Map(view.verdicts.map((verdict) => [verdict.id, verdict]));
  const of = {
    chain: byClaim(view.chains),
    figures: byClaim(view.figures),
    contacts: byClaim(view.contacts),
    fixes: byClaim(view.fixes),
    queries: byClaim(view.queries),
  };
  return view.claims.map((row) => {
    const more = {
      verdict: verdicts.get(row.content_verdict_id ?? '') ?? null,
      words: wordsAt(view.ground.text, row) ?? row.statement,
      chain: of.chain.get(row.id) ?? [],
      figures: of.figures.get(row.id) ?? [],
      contacts: of.contacts.get(row.id) ?? [],
      fixes: of.fixes.get(row.id) ?? [],
      queries: of.queries.get(row.id) ?? [],
    };
    const claim = known.get(row.id);
    return claim !== undefined && isStill(claim, row, more) ? claim : { row, ...row, ...more };
  });
}

function isStill(claim: Claim, row: PlacedClaim, more: Omit<Claim, keyof PlacedClaim | 'row'>): boolean {
  const { verdict, words, ...lists } = more;
  if (claim.row !== row || claim.verdict !== verdict || claim.words !== words) return false;
  return Object.entries(lists).every(([name, list]) => isAsBefore(claim[name as keyof typeof lists], list));
}

function byClaim<Row extends { claim_id: string | null }>(rows: readonly Row[]): Map<string | null, Row[]> {
  return Map.groupBy(rows, (row) => row.claim_id);
}

/** Claims that count: everything but the dropped ones. */
export function standing(claims: readonly Claim[]): Claim[] {
  return claims.filter((claim) => claim.state !== 'withdrawn');
}
