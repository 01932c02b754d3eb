// Claims held against the passages they rest on: which pairs there are, and the findings of each. Pure.
import type { ArticleFound } from '#src/articles/store.ts';
import type { PlacedClaim } from '#src/claims/store.ts';
import { cutAtWord } from '#src/cut-at-word.ts';
import { foundRanges } from '#src/evidence/lookup/found-ranges.ts';
import { url } from '#src/paths.ts';
import { inOneLine } from '#src/reading/alignment/passage-lookup.ts';
import type { Finding } from '#src/reading/consistency/finding.ts';
import { placedRange, type Range } from '#src/reading/text/range.ts';
import { type DeskFinding, isTold, keyOf } from './finding.ts';
import type { HeldPassage } from './store.ts';

/** A claim beside what a source says for it: in the copy's own words where the passage was found there with changes. */
export interface HeldPair {
  claim: PlacedClaim;
  use: HeldPassage;
  range: Range;
  passage: string;
  is_of_copy: boolean;
}

export function pairsOf(claims: readonly PlacedClaim[], uses: readonly HeldPassage[]): HeldPair[] {
  const standing = new Map(claims.filter(({ state }) => state !== 'withdrawn').map((claim) => [claim.id, claim]));
  return uses.flatMap((use) => {
    const claim = standing.get(use.claim_id);
    const range = claim ? placedRange(claim) : null;
    if (!claim || range === null) return [];
    const there = use.lookup_found === 'with_changes' && use.erased_at === null ? wordsThere(use) : '';
    return [{ claim, use, range, passage: there || use.passage, is_of_copy: there !== '' }];
  });
}

function wordsThere(use: HeldPassage): string {
  return foundRanges(use)
    .map(({ words }) => inOneLine(words))
    .join(' ... ');
}

/** What was found of a pair, as the desk's own findings. */
export function findingsOfPair(
  { article, version_id }: { article: Pick<ArticleFound, 'number'>; version_id: string },
  { claim, use, passage, is_of_copy }: HeldPair,
  found: readonly Finding[],
): DeskFinding[] {
  return found.map(({ kind, places, sentence, there, instead }) => ({
    key: keyOf(version_id, 'passage', claim.id, use.id, kind, ...places.flatMap(ends), passage, there?.start ?? null),
    against: 'passage',
    sentence: is_of_copy ? sentence.replaceAll('he passage', 'he saved copy') : sentence,
    places,
    other: { ...placeIn(article, claim, use), words: wordsAround(passage, there) },
    claim: { id: claim.id, number: claim.number },
    evidence_id: use.id,
    is_confidential: use.is_confidential === 1,
    instead,
    // Evidence against a claim says otherwise, as it should.
    is_told: use.stance === 'against' || isTold(claim),
  }));
}

export function ends({ start, end }: Range): [number, number] {
  return [start, end];
}

/** In the saved copy where it was found there, else beside the claim. */
function placeIn(article: Pick<ArticleFound, 'number'>, { number }: PlacedClaim, use: HeldPassage) {
  const isThere = use.lookup_found === 'word_for_word' || use.lookup_found === 'with_changes';
  if (isThere && use.copy_number !== null && use.erased_at === null)
    return { href: `${url('snapshot', { number: use.copy_number }, { evidence: use.id })}#passage`, said: use.title };
  return { href: `${url('claim', { id: article.number, number })}#use-${use.id}`, said: use.title };
}

const AROUND = 40;

/** Some words on both sides, cut at spaces. */
export function wordsAround(text: string, range: Range | null): string {
  if (range === null) return cutAtWord(text, 2 * AROUND);
  const before = text.slice(Math.max(0, range.start - AROUND), range.start);
  const behind = text.slice(range.end, range.end + AROUND);
  const lead = range.start > AROUND ? `… ${before.replace(/^\S*\s/, '')}` : before;
  const tail = range.end + AROUND < text.length ? `${behind.replace(/\s\S*$/, '')} …` : behind;
  return `${lead}${text.slice(range.start, range.end)}${tail}`.replace(/\s+/g, ' ').trim();
}
