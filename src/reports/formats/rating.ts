// A verdict as a rating of schema.org: its public label, and how true that is on a scale from 1 to 5. Pure.
import type { VerdictMeaning } from '#src/claims/claim.ts';
import type { Finding } from '../finding.ts';

const WORST = 1;
const BEST = 5;

/** Where the desk has not set a number of its own. What rests on the author's own reporting nobody else has rated. */
const RATINGS: Record<VerdictMeaning, number | null> = {
  ok: 5,
  fixed: 4,
  context: 3,
  disputed: 3,
  unsupported: 2,
  wrong: 1,
  author: null,
};

/** The rating of a claim that is done. The label says what it is; the number is only its place on the scale. */
export function ratingOf({ content_verdict, verdict_sentence }: Finding): Record<string, unknown> | null {
  if (content_verdict === null) return null;
  const { meaning, public_label, rating } = content_verdict;
  const own = rating !== null && rating >= WORST && rating <= BEST ? rating : null;
  const value = own ?? RATINGS[meaning];
  return {
    '@type': 'Rating',
    alternateName: public_label,
    ...(value !== null && { ratingValue: value, bestRating: BEST, worstRating: WORST }),
    ...(verdict_sentence !== '' && { ratingExplanation: verdict_sentence }),
  };
}
