// A passage: words of a text that are handed to somebody, by a cue.
import type { Range } from '../text/range.ts';

/** `is_act`: somebody did or wanted something ("plans to", "rejected the offer") rather than stated it. */
export type Passage = {
  source: Range | null;
  cue: Range;
  content: Range;
  is_act: boolean;
  /** The source of the one who cites this one: "Reuters" in "Reuters, citing police". */
  cited_by?: Range;
};
