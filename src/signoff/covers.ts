// What a reason or a waiver rests on, as a hash: once it differs, they have lapsed. Pure.
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { ArticleView } from '#src/article-view/gather-article.ts';
import type { PlacedClaim } from '#src/claims/store.ts';
import type { EvidenceRow } from '#src/evidence/evidence-row.ts';
import { placedRange } from '#src/reading/text/range.ts';
import { usesOf } from './uses.ts';

/** SHA-256, in hex, of the value's RFC 8785 text. */
export function hashOf(value: object): string {
  return createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex');
}

const CLAIMS = new WeakMap<ArticleView, Map<string, string>>();

/** Of a claim, worked out once for all the checks that ask: its words, what it states, what was found, and all its evidence with what that says of its sources. */
export function claimCovers(view: ArticleView, claim: PlacedClaim): string {
  const known = CLAIMS.get(view) ?? new Map<string, string>();
  CLAIMS.set(view, known);
  const covers = known.get(claim.id) ?? hashOfClaim(view, claim);
  known.set(claim.id, covers);
  return covers;
}

function hashOfClaim(view: ArticleView, claim: PlacedClaim): string {
  const range = placedRange(claim);
  const { statement, kind, is_key, attribution_verdict, content_verdict_id, verdict_sentence, check_again } = claim;
  return hashOf({
    words: range === null ? null : view.ground.text.slice(range.start, range.end),
    ...{ statement, kind, is_key, attribution_verdict, content_verdict_id, verdict_sentence, check_again },
    evidence: usesOf(view, claim).map(useCovers),
  });
}

const SOURCES = new WeakMap<readonly EvidenceRow[], string>();

/** Of a source: what its card says as far as checks ask, its copies, and how this article uses it. */
export function sourceCovers(uses: readonly EvidenceRow[]): string {
  const covers =
    SOURCES.get(uses) ??
    hashOf({ uses: uses.map((use) => ({ ...useCovers(use), copies: use.copies.map(copyCovers) })) });
  SOURCES.set(uses, covers);
  return covers;
}

function useCovers(use: EvidenceRow) {
  const { id, source_id, about, stance, passage, place, note, reliability, credibility, lookup_found } = use;
  const { source_type, source_url, source_proximity, source_interest, source_is_confidential } = use;
  return {
    ...{ id, source_id, about, stance, passage, place, note, reliability, credibility, lookup_found },
    ...{ source_type, source_url, source_proximity, source_interest, source_is_confidential },
    first_source: use.first_source?.number ?? null,
  };
}

function copyCovers({ id, sha256, altered_at, erased_at }: EvidenceRow['copies'][number]) {
  return { id, sha256, altered_at, erased_at };
}
