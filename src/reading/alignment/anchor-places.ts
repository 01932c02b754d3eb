// Where a changed claim may have gone in the new text, by shared words in a row.
import type { Range } from '../text/range.ts';
import type { AnchorText, AnchorToken } from './anchor-text.ts';
import type { SentenceMatching } from './sentence-matching.ts';

/** Words in a row that are looked up together. */
const ROW = 3;
/** Rows that stand in more places than this say nothing about where. */
const COMMON = 40;

/** Knows which tokens of the new text are new, and where each row of words stands among them. */
export class PlaceIndex {
  readonly text: AnchorText;
  readonly #free: Uint8Array;
  #rows: Map<string, number[]> | undefined;

  constructor(text: AnchorText, matching: SentenceMatching) {
    this.text = text;
    this.#free = new Uint8Array(text.tokens.length);
    text.sentences.forEach((sentence, index) => {
      if (matching.to_old[index] === -1) this.#free.fill(1, sentence.from, sentence.to);
    });
  }

  isFree(token: number): boolean {
    return this.#free[token] === 1;
  }

  placesOf(row: string): readonly number[] {
    this.#rows ??= this.#build();
    return this.#rows.get(row) ?? [];
  }

  #build(): Map<string, number[]> {
    const rows = new Map<string, number[]>();
    for (let at = 0; at + ROW <= this.text.tokens.length; at++) {
      if (!this.isFree(at)) continue;
      const row = rowAt(this.text.tokens, at);
      const places = rows.get(row);
      if (places && places.length <= COMMON) places.push(at);
      else if (!places) rows.set(row, [at]);
    }
    return rows;
  }
}

function rowAt(tokens: readonly AnchorToken[], at: number): string {
  return `${tokens[at]?.key} ${tokens[at + 1]?.key} ${tokens[at + 2]?.key}`;
}

/** The stretch of new tokens that shares most rows with a claim, wide enough to hold it; null where none does. */
export function bestPlaceFor(index: PlaceIndex, claim: readonly AnchorToken[], within?: Range): Range | null {
  const votes = new Map<number, number>();
  for (let at = 0; at + ROW <= claim.length; at++) {
    const places = index.placesOf(rowAt(claim, at));
    if (places.length > COMMON) continue;
    for (const place of places) {
      if (within && (place < within.start || place >= within.end)) continue;
      const bucket = Math.floor((place - at) / claim.length);
      for (const near of [bucket, bucket + 1]) votes.set(near, (votes.get(near) ?? 0) + 1);
    }
  }
  const best = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];
  if (!best) return null;
  const start = Math.max(0, (best[0] - 1) * claim.length);
  return { start, end: Math.min(index.text.tokens.length, (best[0] + 2) * claim.length) };
}
