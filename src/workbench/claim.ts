// A claim with all that belongs to it, as the pages of an article show it. Pure.
import type { ArticleView } from '#src/article-view/gather-article.ts';
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
  evidence: EvidenceRow[];
  fixes: FixFound[];
  queries: QueryFound[];
  contacts: ContactRow[];
  /** The words it stands on in this version; the statement where its place is lost. */
  words: string;
}

/** The claims of what stands at an article, each with what belongs to it. */
export function claimsOf(view: ArticleView): Claim[] {
  const claims = view.claims.map((claim): Claim => {
    const isOfIt = ({ claim_id }: { claim_id: string | null }) => claim_id === claim.id;
    return {
      ...claim,
      verdict: view.verdicts.find((verdict) => verdict.id === claim.content_verdict_id) ?? null,
      words: wordsAt(view.ground.text, claim) ?? claim.statement,
      ...{ chain: [], figures: [], evidence: [] },
      contacts: view.contacts.filter(isOfIt),
      fixes: view.fixes.filter(isOfIt),
      queries: view.queries.filter(isOfIt),
    };
  });
  handOut(claims, view);
  return claims;
}

/** Claims that count: everything but the dropped ones. */
export function standing(claims: readonly Claim[]): Claim[] {
  return claims.filter((claim) => claim.state !== 'withdrawn');
}

function handOut(claims: Claim[], rows: Pick<ArticleView, 'chains' | 'figures' | 'evidence'>): void {
  const by_id = new Map(claims.map((claim) => [claim.id, claim]));
  for (const party of rows.chains) by_id.get(party.claim_id)?.chain.push(party);
  for (const figure of rows.figures) by_id.get(figure.claim_id)?.figures.push(figure);
  for (const evidence of rows.evidence) by_id.get(evidence.claim_id)?.evidence.push(evidence);
}
