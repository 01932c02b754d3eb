// A proper name in a sentence. Pure.
import type { Range } from '../text/range.ts';

/** A name: tokens `from` to `to` (excluded) of the sentence. `role` is the title that stands right before it. */
export type Name = Range & { from: number; to: number; is_place: boolean; is_person: boolean; role: Range | null };
