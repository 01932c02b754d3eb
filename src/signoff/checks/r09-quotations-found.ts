// R9: what claims quote was found word for word in a saved copy, or somebody noted who heard it. Pure.
import type { ArticleView } from '#src/article-view/gather-article.ts';
import type { PlacedClaim } from '#src/claims/store.ts';
import { counted, wordFor } from '#src/counted.ts';
import { quotationsIn } from '#src/reading/entities/quotations.ts';
import { findWords } from '#src/reading/text/find-words.ts';
import { placedRange, rangesTouching } from '#src/reading/text/range.ts';
import type { Check } from '../check.ts';
import { claimMissing, standingClaims } from '../missing.ts';
import { usesOf } from '../uses.ts';

export const quotationsFound: Check = {
  rule: 'R9',
  reason_hint: 'heard by ',
  look({ view }) {
    const quoting = standingClaims(view)
      .map((claim) => ({ claim, quoted: quotedIn(view, claim) }))
      .filter(({ quoted }) => quoted.length > 0);
    const { length: total } = quoting;
    return {
      missing: quoting
        .filter(({ claim, quoted }) => !isFound(view, claim, quoted))
        .map(({ claim }) => claimMissing(view, claim)),
      holds:
        total === 0
          ? 'No claim quotes anybody.'
          : `What ${counted(total, 'claim')} ${wordFor(total, 'quotes', 'quote')} was found word for word in a saved copy, or noted by a person.`,
      lacks: ({ length }) =>
        `What ${counted(length, 'claim')} ${wordFor(length, 'quotes', 'quote')} was not found word for word in a saved copy, nor noted by a person.`,
    };
  },
};

/** The quoted words that the claim has letters of, without their marks. A single word in marks is no quotation. */
function quotedIn({ ground, article: { language } }: ArticleView, claim: PlacedClaim): string[] {
  const range = placedRange(claim);
  if (range === null) return [];
  return rangesTouching(ground.sentences, range)
    .flatMap((sentence) => quotationsIn(ground.text, sentence, language))
    .filter((quotation) => quotation.start < range.end && range.start < quotation.end)
    .map(({ start, end }) => ground.text.slice(Math.max(start, range.start), Math.min(end, range.end)))
    .map((words) => words.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((words) => /\s/.test(words));
}

/** Each stretch stands in a passage that was looked up in a saved copy and stands there word for word. */
function isFound(view: ArticleView, claim: PlacedClaim, quoted: readonly string[]): boolean {
  const passages = usesOf(view, claim)
    .filter(({ lookup_found }) => lookup_found === 'word_for_word')
    .map(({ passage }) => passage);
  return quoted.every((words) => passages.some((passage) => findWords(passage, words).length > 0));
}
