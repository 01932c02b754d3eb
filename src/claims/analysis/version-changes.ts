// What a revision did to the sentences: same, changed, new, gone. Pure.
import { itemAt } from '#src/item-at.ts';
import { matchSentences } from '#src/reading/alignment/sentence-matching.ts';
import { foldPrint } from '#src/reading/text/folding.ts';
import type { Range } from '#src/reading/text/range.ts';

export interface VersionSentence extends Range {
  number: number;
  paragraph: number;
}

export interface VersionSide<Sentence extends VersionSentence> {
  text: string;
  sentences: readonly Sentence[];
}

export interface SentenceChanges<Sentence extends VersionSentence> {
  /** By number of a new sentence: the old one that it is, word for word (quotes, dashes and spaces do not count). */
  same: Map<number, Sentence>;
  /** Numbers of the new sentences among them that changed places. */
  moved: Set<number>;
  /** By number of a new sentence: the old one that it was made from. */
  changed: Map<number, Sentence>;
  /** Numbers of the sentences that are nobody's successor. */
  fresh: Set<number>;
  /** Old sentences without a successor, each with the number of the new sentence that stands where they stood before. */
  gone: { sentence: Sentence; before: number }[];
}

/** So much of the words of two sentences must be shared for one to be made from the other. */
const ALIKE = 0.35;
/** No successor is looked for among more sentences than these, however much was rewritten. */
const LOOKS_AHEAD = 60;

/** Compares the sentences of two versions. Linear but for the few sentences between two that stand. */
export function sentenceChangesOf<Sentence extends VersionSentence>(
  before: VersionSide<Sentence>,
  after: VersionSide<Sentence>,
): SentenceChanges<Sentence> {
  const keyed = ({ text, sentences }: VersionSide<Sentence>) =>
    sentences.map(({ start, end }) => ({ start, end, from: 0, to: 0, key: foldPrint(text.slice(start, end)) }));
  const { to_old, to_new, in_order } = matchSentences(keyed(before), keyed(after));
  const changes: SentenceChanges<Sentence> = {
    same: new Map(),
    moved: new Set(),
    changed: new Map(),
    fresh: new Set(),
    gone: [],
  };
  after.sentences.forEach((sentence, index) => {
    const from = itemAt(to_old, index);
    const old = before.sentences[from];
    if (old === undefined) return;
    changes.same.set(sentence.number, old);
    if (!in_order[from]) changes.moved.add(sentence.number);
  });
  let [old_from, new_from] = [0, 0];
  for (let old = 0; old <= before.sentences.length; old += 1) {
    if (old < before.sentences.length && !in_order[old]) continue;
    const fresh = old < before.sentences.length ? itemAt(to_new, old) : after.sentences.length;
    const gap = {
      olds: before.sentences.slice(old_from, old).filter((_, at) => to_new[old_from + at] === -1),
      news: after.sentences.slice(new_from, fresh).filter((_, at) => to_old[new_from + at] === -1),
      next: after.sentences[fresh]?.number ?? after.sentences.length + 1,
    };
    pairWithin(gap, { before: before.text, after: after.text }, changes);
    [old_from, new_from] = [old + 1, fresh + 1];
  }
  return changes;
}

/** In a gap the old sentences go to the new ones in order, each to the first that is alike. */
function pairWithin<Sentence extends VersionSentence>(
  gap: { olds: Sentence[]; news: Sentence[]; next: number },
  texts: { before: string; after: string },
  changes: SentenceChanges<Sentence>,
): void {
  const words_after = gap.news.map((sentence) => wordsOf(texts.after, sentence));
  let from = 0;
  for (const old of gap.olds) {
    const words = wordsOf(texts.before, old);
    const near = words_after.slice(from, from + LOOKS_AHEAD);
    const at = from + near.findIndex((others) => likeness(words, others) >= ALIKE);
    const successor = gap.news[at];
    if (successor && at >= from) {
      changes.changed.set(successor.number, old);
      from = at + 1;
    } else changes.gone.push({ sentence: old, before: gap.news[from]?.number ?? gap.next });
  }
  for (const { number } of gap.news) if (!changes.changed.has(number)) changes.fresh.add(number);
}

function wordsOf(text: string, { start, end }: Range): Set<string> {
  return new Set(
    text
      .slice(start, end)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  );
}

/** Shared words as a part of the words of the longer one. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return one.intersection(other).size / Math.max(one.size, other.size, 1);
}
