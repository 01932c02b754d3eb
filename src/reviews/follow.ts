// Words of the copy followed into the next version. Pure.
import type { SentenceTable } from '#src/articles/tables.ts';
import type { SentenceChanges } from '#src/claims/analysis/version-changes.ts';
import { firstAtLeast } from '#src/first-at-least.ts';
import { itemAt } from '#src/item-at.ts';
import { type Range, rangesTouching } from '#src/reading/text/range.ts';
import { type Counts, countsIn, placesOf } from './words.ts';

/** What stood in the version before, and what stands there in the next one. */
interface Stretch {
  before: Range[];
  after: Range[];
}

/** Two texts, and which sentence of the one comes from which of the other. */
export interface Followed {
  before: { text: string; sentences: readonly (Range & { number: number })[] };
  after: { text: string; sentences: readonly Range[] };
  changes: Pick<SentenceChanges<SentenceTable>, 'same' | 'changed' | 'moved'>;
}

/** For many places of one revision: which new sentence each old one became is looked up once. */
export class Follower {
  readonly #change: Followed;
  readonly #new_of = new Map<number, number>();
  readonly #stands: number[] = [];

  constructor(change: Followed) {
    this.#change = change;
    const { same, changed, moved } = change.changes;
    for (const [number, old] of [...same, ...changed]) this.#new_of.set(old.number, number);
    for (const [number, old] of same) if (!moved.has(number)) this.#stands.push(old.number);
    this.#stands.sort((a, b) => a - b);
  }

  /** Where the words of this range are to be looked for: first in the sentences that theirs became, then between the nearest that stand. */
  stretchesOf(range: Range): Stretch[] {
    const { before, after } = this.#change;
    const olds = rangesTouching(before.sentences, range);
    const [first, last] = [olds[0]?.number, olds.at(-1)?.number];
    if (first === undefined || last === undefined) return [];
    const direct = olds.flatMap(({ number }) => this.#new_of.get(number) ?? []);
    const next = firstAtLeast(this.#stands, first);
    const above = this.#stands[next - 1] ?? 0;
    const below = this.#stands[firstAtLeast(this.#stands, last + 1)] ?? before.sentences.length + 1;
    const between = {
      from: (this.#new_of.get(above) ?? 0) + 1,
      to: (this.#new_of.get(below) ?? after.sentences.length + 1) - 1,
    };
    const rangesOf = (sentences: readonly Range[], from: number, to: number) => joined(sentences.slice(from - 1, to));
    const stretches = [
      { before: joined(olds), after: joined(direct.map((number) => itemAt(after.sentences, number - 1))) },
      {
        before: rangesOf(before.sentences, above + 1, below - 1),
        after: rangesOf(after.sentences, between.from, between.to),
      },
    ];
    return stretches.filter((stretch) => stretch.after.length > 0);
  }

  /** Whether the new words came and the old ones went where they stood. */
  isIn(words: { old_words: string; new_words: string }, range: Range): boolean {
    return this.#counts(words, range).some(
      ([was, is]) => is.new > was.new && (is.old < was.old || (was.old === 0 && is.old === 0)),
    );
  }

  /** Whether new words that stood there stand there no more. */
  isLost(words: { old_words: string; new_words: string }, range: Range): boolean {
    const counts = this.#counts(words, range);
    return counts.every(([was, is]) => was.new > 0 && is.new < was.new);
  }

  /** Where these words of the range stand now, or the sentences that stand there instead. Undefined where nothing does. */
  placeOf(words: string, range: Range): { range: Range; is_found: boolean } | undefined {
    const { before, after } = this.#change;
    const stretches = this.stretchesOf(range);
    for (const stretch of stretches) {
      const stood = stretch.before.flatMap((one) => placesOf(before.text, words, one));
      const nth = Math.max(
        0,
        stood.findIndex((one) => one.start === range.start),
      );
      const stand = stretch.after.flatMap((one) => placesOf(after.text, words, one));
      const found = stand[Math.min(nth, stand.length - 1)];
      if (found !== undefined) return { range: found, is_found: true };
    }
    const [there] = stretches;
    const [start, end] = [there?.after[0]?.start, there?.after.at(-1)?.end];
    return start === undefined || end === undefined ? undefined : { range: { start, end }, is_found: false };
  }

  #counts(words: { old_words: string; new_words: string }, range: Range): [was: Counts, is: Counts][] {
    const { before, after } = this.#change;
    return this.stretchesOf(range).map((stretch) => [
      countsIn(before.text, words, stretch.before),
      countsIn(after.text, words, stretch.after),
    ]);
  }
}

/** Sentences that follow each other as one range, so that words which run over the end of one are found. */
function joined(sentences: readonly Range[]): Range[] {
  const ranges: Range[] = [];
  for (const { start, end } of sentences) {
    const last = ranges.at(-1);
    if (last !== undefined && start - last.end <= 3 && start >= last.end) last.end = end;
    else ranges.push({ start, end });
  }
  return ranges;
}
