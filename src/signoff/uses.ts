// Which uses of sources bear on a claim, for the checks. Pure.
import type { ArticleView } from '#src/article-view/gather-article.ts';
import type { VerdictMeaning } from '#src/claims/claim.ts';
import { groundedOn } from '#src/claims/same-as.ts';
import type { PlacedClaim } from '#src/claims/store.ts';
import type { EvidenceRow } from '#src/evidence/evidence-row.ts';
import type { About, Stance } from '#src/evidence/tables.ts';

const BY_CLAIM = new WeakMap<ArticleView, Map<string, EvidenceRow[]>>();

/** All uses for the claim, and for the one that it is the same as. */
export function usesOf(view: ArticleView, claim: { id: string; same_as_id?: string | null }): EvidenceRow[] {
  const known = BY_CLAIM.get(view) ?? Map.groupBy(view.evidence, (use) => use.claim_id);
  BY_CLAIM.set(view, known);
  return groundedOn(claim).flatMap((id) => known.get(id) ?? []);
}

/** Which sources bear a verdict out: those against a claim that is wrong, those beside it where context is missing. */
const SIDES: Record<VerdictMeaning, readonly Stance[]> = {
  ok: ['for'],
  context: ['for', 'against', 'background'],
  author: ['for'],
  wrong: ['against'],
  fixed: ['for', 'against'],
  disputed: ['for', 'against'],
  unsupported: ['for', 'against'],
};

/** Those that bear out this verdict of what a claim says; without one yet, those for it. Never on whether it was said. */
export function groundsIn<Use extends { about: About; stance: Stance }>(
  uses: readonly Use[],
  meaning: VerdictMeaning | null,
): Use[] {
  const sides = SIDES[meaning ?? 'ok'];
  return uses.filter(({ about, stance }) => about === 'content' && sides.includes(stance));
}

/** Those of the claim. */
export function groundsOf(view: ArticleView, claim: PlacedClaim): EvidenceRow[] {
  return groundsIn(usesOf(view, claim), claim.content_meaning);
}
