// The claims of an article, each with all that belongs to it, as one reader may see them.
import type { Ground } from '#src/articles/ground-store.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import { type AttributedParty, listAttributions, listFigures } from '#src/claims/particulars-store.ts';
import { listClaims, type PlacedClaim } from '#src/claims/store.ts';
import type { FigureTable, VerdictTable } from '#src/claims/tables.ts';
import type { ContactRow } from '#src/contacts/contacts/store.ts';
import type { Db } from '#src/database/schema.ts';
import { type EvidenceRow, useSeen } from '#src/evidence/evidence-row.ts';
import { listEvidence } from '#src/evidence/store.ts';
import { wordsAt } from '#src/reading/text/range.ts';
import type { FixFound } from '#src/reviews/fixes/store.ts';
import type { QueryFound } from '#src/reviews/queries/store.ts';
import type { Discretion } from '#src/sources/held-back/discretion.ts';
import { claimSeen, figureSeen, partySeen } from '#src/sources/held-back/typed-words.ts';

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

/** The article, its text, and what this reader may see of whatever was typed. */
export interface Reader {
  discretion: Discretion;
  article: ArticleFound;
  ground: Ground;
}

/** What was asked and proposed about the article, as this reader may see it. */
export interface Reviews {
  contacts: ContactRow[];
  fixes: FixFound[];
  queries: QueryFound[];
}

/** Claims and their particulars as they are stored. */
export async function listRows(db: Db, { article, ground }: Reader): Promise<ClaimRows> {
  const at = { article_id: article.id, version_id: ground.version.id };
  return {
    claims: await listClaims(db, at),
    chains: await listAttributions(db, article.id),
    figures: await listFigures(db, at.version_id),
    evidence: await listEvidence(db, article.id, article.role),
  };
}

export interface ClaimRows {
  claims: PlacedClaim[];
  chains: AttributedParty[];
  figures: FigureTable[];
  evidence: EvidenceRow[];
}

/** The claims with all that belongs to each, as this reader may see it. */
export function claimsOf(
  rows: ClaimRows,
  { discretion, ground, verdicts, reviews }: Reader & { verdicts: VerdictTable[]; reviews: Reviews },
): Claim[] {
  const claims = rows.claims.map((placed): Claim => {
    const claim = claimSeen(discretion, placed);
    const isOfIt = ({ claim_id }: { claim_id: string | null }) => claim_id === claim.id;
    return {
      ...claim,
      verdict: verdicts.find((verdict) => verdict.id === claim.content_verdict_id) ?? null,
      words: wordsAt(ground.text, claim) ?? claim.statement,
      ...{ chain: [], figures: [], evidence: [] },
      contacts: reviews.contacts.filter(isOfIt),
      fixes: reviews.fixes.filter(isOfIt),
      queries: reviews.queries.filter(isOfIt),
    };
  });
  handOut(claims, {
    chains: rows.chains.map((party) => partySeen(discretion, party)),
    figures: rows.figures.map((figure) => figureSeen(discretion, figure)),
    evidence: rows.evidence.map((use) => useSeen(discretion, use)),
  });
  return claims;
}

/** Claims that count: everything but the dropped ones. */
export function standing(claims: readonly Claim[]): Claim[] {
  return claims.filter((claim) => claim.state !== 'withdrawn');
}

function handOut(claims: Claim[], rows: Omit<ClaimRows, 'claims'>): void {
  const by_id = new Map(claims.map((claim) => [claim.id, claim]));
  for (const party of rows.chains) by_id.get(party.claim_id)?.chain.push(party);
  for (const figure of rows.figures) by_id.get(figure.claim_id)?.figures.push(figure);
  for (const evidence of rows.evidence) by_id.get(evidence.claim_id)?.evidence.push(evidence);
}
