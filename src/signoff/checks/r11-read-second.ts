// R11: of each claim that is done, the second reader is another person than the checker. Pure.
import type { ArticleView } from '#src/article-view/gather-article.ts';
import { standingOf } from '#src/claims/standing.ts';
import type { PlacedClaim } from '#src/claims/store.ts';
import { counted, wordFor } from '#src/counted.ts';
import type { Check, Missing } from '../check.ts';
import { hashOf } from '../covers.ts';
import { claimMissing, standingClaims } from '../missing.ts';

export const readSecond: Check = {
  rule: 'R11',
  reason_hint: '',
  look({ view }) {
    const done = standingClaims(view).filter((claim) => standingOf(claim) === 'closed');
    const { length: total } = done;
    return {
      missing: done.filter((claim) => !isReadByAnother(claim)).map((claim) => missingOf(view, claim)),
      holds:
        total === 0
          ? 'No claim is done yet, so no second read was needed.'
          : `${counted(total, 'claim')} ${wordFor(total, 'was', 'were')} read by a second person.`,
      lacks: ({ length }) =>
        `${counted(length, 'claim')} that ${wordFor(length, 'is', 'are')} done ${wordFor(length, 'was', 'were')} read by no second person.`,
    };
  },
};

function missingOf(view: ArticleView, claim: PlacedClaim): Missing {
  const { checker_id: checker, second_reader_id: reader } = claim;
  const missing = claimMissing(view, claim);
  return { ...missing, covers: hashOf({ claim: missing.covers, checker, reader }) };
}

function isReadByAnother({ checker_id, second_reader_id }: PlacedClaim): boolean {
  return second_reader_id !== null && second_reader_id !== checker_id;
}
