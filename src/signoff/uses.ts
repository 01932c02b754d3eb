// Which uses of sources bear on a claim, for the checks. Pure.
import type { ArticleView } from '#src/article-view/gather-article.ts';
import type { EvidenceRow } from '#src/evidence/evidence-row.ts';

const BY_CLAIM = new WeakMap<ArticleView, Map<string, EvidenceRow[]>>();

/** All uses for the claim. */
export function usesOf(view: ArticleView, claim: { id: string }): EvidenceRow[] {
  const known = BY_CLAIM.get(view) ?? Map.groupBy(view.evidence, (use) => use.claim_id);
  BY_CLAIM.set(view, known);
  return known.get(claim.id) ?? [];
}

/** Those for or against its being so: neither background, nor whether it was said. */
export function groundsOf(view: ArticleView, claim: { id: string }): EvidenceRow[] {
  return usesOf(view, claim).filter(({ about, stance }) => about === 'content' && stance !== 'background');
}
