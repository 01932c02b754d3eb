// What of an article's latest version is read, out of its view. Pure.
import { type Coverage, coverageOf } from '#src/claims/coverage/coverage.ts';
import { placedRanges } from '#src/reading/text/range.ts';
import type { ArticleView } from './gather-article.ts';

/** Claims that are not dropped, and ticks, count as touching the text. */
export function coverageOfView(
  view: Pick<ArticleView, 'ground' | 'claims' | 'ticks' | 'initials' | 'leftovers'>,
): Coverage {
  const standing = view.claims.filter((claim) => claim.state !== 'withdrawn');
  return coverageOf(view.ground.text, view.ground.sentences, {
    ranges: [...placedRanges(standing), ...view.ticks],
    initialled_ids: new Set(view.initials.map((initial) => initial.sentence_id)),
    leftovers_of: (sentence) => view.leftovers.get(sentence.number) ?? [],
  });
}
