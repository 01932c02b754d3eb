// A passage: words of a text that are handed to somebody, by a cue.
import type { Quotation } from '../entities/quotations.ts';
import type { Range } from '../text/range.ts';

/** `is_act`: somebody did or wanted something ("plans to", "rejected the offer") rather than stated it. */
export type Passage = {
  source: Range | null;
  /** The relative pronoun by which the source speaks: "who" in "a man who said". */
  pronoun?: Range;
  cue: Range;
  content: Range;
  is_act: boolean;
  /** The source of the one who cites this one: "Reuters" in "Reuters, citing police". */
  cited_by?: Range;
};

/** A quotation that the passage ends in is theirs to its closing mark, though sentences end within it. */
export function throughQuotation(content: Range, quotations: readonly Quotation[]): Range {
  let { start, end } = content;
  for (const quotation of quotations) {
    if (quotation.start < end && end < quotation.end) end = quotation.end;
    if (quotation.start < start && start < quotation.end && quotation.end <= end) start = quotation.start;
  }
  return { start, end };
}
