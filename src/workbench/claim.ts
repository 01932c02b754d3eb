// A claim with what belongs to it, as the pages of an article show it. Pure.
import type { ViewWithoutEvidence } from '#src/article-view/gather-article.ts';
import { isAsBefore } from '#src/articles/remembered.ts';
import type { AttributedParty } from '#src/claims/particulars-store.ts';
import type { PlacedClaim } from '#src/claims/store.ts';
import type { FigureTable, VerdictTable } from '#src/claims/tables.ts';
import type { ContactRow } from '#src/contacts/contacts/store.ts';
import type { EvidenceRow } from '#src/evidence/evidence-row.ts';
import { needed } from '#src/item-at.ts';
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

/** The claims, and what they are made of beside their rows. */
export interface Claims {
  /** In the order of the text, each with all that belongs to it but its evidence; dropped ones too. */
  claims: Claim[];
  /** For the next state alone. */
  made_of: readonly unknown[];
}

/** The claims of what stands at an article, each with what belongs to it; where that is as it was `before`, the very same. */
export function claimsOf(view: ViewWithoutEvidence, before: Claims | undefined): Claims {
  const { chains, figures, contacts, fixes, queries, verdicts, ground } = view;
  const made_of = [chains, figures, contacts, fixes, queries, verdicts, ground.version.id];
  if (before === undefined || !isAsBefore(before.made_of, made_of)) return { claims: claimsAnew(view), made_of };
  const known = new Map(before.claims.map((claim) => [claim.row, claim]));
  const fresh = view.claims.filter((row) => !known.has(row));
  const made = new Map(claimsAnew({ ...view, claims: fresh }).map((claim) => [claim.row, claim]));
  return { claims: view.claims.map((row) => needed(known.get(row) ?? made.get(row), 'claim')), made_of };
}

/** One for all: an article is kept with some hundred lists in which there is nothing. */
const NONE: never[] = [];

function claimsAnew(view: ViewWithoutEvidence): Claim[] {
  const verdicts = new Map(view.verdicts.map((verdict) => [verdict.id, verdict]));
  const of = {
    chain: byClaim(view.chains),
    figures: byClaim(view.figures),
    contacts: byClaim(view.contacts),
    fixes: byClaim(view.fixes),
    queries: byClaim(view.queries),
  };
  return view.claims.map((row) => ({
    row,
    ...row,
    verdict: verdicts.get(row.content_verdict_id ?? '') ?? null,
    words: wordsAt(view.ground.text, row) ?? row.statement,
    chain: of.chain.get(row.id) ?? NONE,
    figures: of.figures.get(row.id) ?? NONE,
    contacts: of.contacts.get(row.id) ?? NONE,
    fixes: of.fixes.get(row.id) ?? NONE,
    queries: of.queries.get(row.id) ?? NONE,
  }));
}

function byClaim<Row extends { claim_id: string | null }>(rows: readonly Row[]): Map<string | null, Row[]> {
  return Map.groupBy(rows, (row) => row.claim_id);
}

/** Claims that count: everything but the dropped ones. */
export function standing(claims: readonly Claim[]): Claim[] {
  return claims.filter((claim) => claim.state !== 'withdrawn');
}
