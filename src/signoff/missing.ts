// Things that checks miss, each with its words, its link and what it rests on. Pure.
import type { ArticleView } from '#src/article-view/gather-article.ts';
import type { PlacedClaim } from '#src/claims/store.ts';
import { cutAtWord } from '#src/cut-at-word.ts';
import type { EvidenceRow } from '#src/evidence/evidence-row.ts';
import { itemAt } from '#src/item-at.ts';
import { url } from '#src/paths.ts';
import { placedRange } from '#src/reading/text/range.ts';
import type { Missing } from './check.ts';
import { claimCovers, sourceCovers } from './covers.ts';

const WORDS = 70;

/** The claims that were not dropped, in the order of the text. */
export function standingClaims({ claims }: ArticleView): PlacedClaim[] {
  return claims.filter((claim) => claim.state !== 'withdrawn');
}

/** The key ones among them. */
export function keyClaims(view: ArticleView): PlacedClaim[] {
  return standingClaims(view).filter((claim) => claim.is_key === 1);
}

/** The words of the claim as the text has them; of one that lost its place, its statement. */
export function wordsOfClaim({ ground }: ArticleView, claim: PlacedClaim): string {
  const range = placedRange(claim);
  return range === null ? claim.statement : ground.text.slice(range.start, range.end);
}

/** A claim of which something is missing; `more` says what, in words of the program. */
export function claimMissing(view: ArticleView, claim: PlacedClaim, more = ''): Missing {
  const { id, number } = claim;
  const said = more === '' ? '' : `, ${more}`;
  return {
    key: `claim:${id}`,
    label: `Claim ${number}: ${cutAtWord(wordsOfClaim(view, claim).replace(/\s+/g, ' '), WORDS)}${said}`,
    public_label: `Claim ${number}${said}`,
    href: url('claim', { id: view.article.number, number }),
    claim: number,
    covers: claimCovers(view, claim),
  };
}

const USED = new WeakMap<ArticleView, EvidenceRow[][]>();

/** The uses of each source by claims that stand, by the source. */
export function sourcesUsed(view: ArticleView): EvidenceRow[][] {
  const known = USED.get(view) ?? usesBySource(view);
  USED.set(view, known);
  return known;
}

function usesBySource(view: ArticleView): EvidenceRow[][] {
  const standing = new Set(standingClaims(view).map((claim) => claim.id));
  const uses = view.evidence.filter((use) => standing.has(use.claim_id));
  return [...Map.groupBy(uses, (use) => use.source_id).values()];
}

/** A source of which something is missing. */
export function sourceMissing(view: ArticleView, uses: readonly EvidenceRow[], more = ''): Missing {
  const { source_id, source_title, source_number, source_is_confidential } = itemAt(uses, 0);
  const claims = [...new Set(uses.map((use) => use.claim_number))];
  const said = more === '' ? '' : `, ${more}`;
  const where = claims.length === 1 ? `claim ${claims[0]}` : `claims ${claims.join(', ')}`;
  return {
    key: `source:${source_id}`,
    label: `${cutAtWord(source_title, WORDS)} (${where})${said}`,
    public_label: `${source_is_confidential === 1 ? 'A confidential source' : 'A source'} of ${where}${said}`,
    href:
      source_number === null ? url('article', { id: view.article.number }) : url('source', { number: source_number }),
    claim: claims.length === 1 ? itemAt(claims, 0) : null,
    covers: sourceCovers(uses),
  };
}
