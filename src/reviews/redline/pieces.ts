// A redline in the order in which a document tells it: words, ends of paragraphs, ends of remarks. Pure.
import { itemAt } from '#src/item-at.ts';
import type { Change, Redline } from './redline.ts';
import { PARAGRAPH_END, widened } from './whole-letters.ts';

/** Whether it stays, goes or comes, and by whose change. */
export type Fate = { fate: 'kept' } | { fate: 'deleted' | 'inserted'; change: Change };

export type Piece =
  | ({ kind: 'words'; words: string } & Fate)
  /** `at` is where it stands, or is put in, in the text as it was. */
  | ({ kind: 'paragraph_end'; at: number } & Fate)
  | { kind: 'remark_begins' | 'remark_ends'; remark: number };

/** All pieces. `changes` are as `fitChanges` gives them; what is without a range stands at the first words. */
export function* piecesOf({ text, changes, remarks }: Pick<Redline, 'text' | 'changes' | 'remarks'>): Generator<Piece> {
  const first = text.indexOf(PARAGRAPH_END);
  const whole = { start: 0, end: first < 0 ? text.length : first };
  const ranges = remarks.map(({ range }) => widened(text, range ?? whole));
  const begins = Map.groupBy(ranges.keys(), (remark) => itemAt(ranges, remark).start);
  const ends = Map.groupBy(ranges.keys(), (remark) => itemAt(ranges, remark).end);
  const cuts = new Set([0, text.length, ...[...changes, ...ranges].flatMap(({ start, end }) => [start, end])]);
  const standing = new Map(changes.filter(({ start, end }) => start < end).map((change) => [change.start, change]));
  const added = Map.groupBy(
    changes.filter(({ start, end }) => start === end),
    ({ start }) => start,
  );
  let at = 0;
  let change: Change | undefined;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    yield* textPieces(text.slice(at, cut), at, change ? { fate: 'deleted', change } : { fate: 'kept' });
    at = cut;
    if (change?.end === cut) {
      yield* textPieces(change.new_words, cut, { fate: 'inserted', change });
      change = undefined;
    }
    for (const remark of begins.get(cut) ?? []) yield { kind: 'remark_begins', remark };
    for (const put_in of added.get(cut) ?? [])
      yield* textPieces(put_in.new_words, cut, { fate: 'inserted', change: put_in });
    for (const remark of ends.get(cut) ?? []) yield { kind: 'remark_ends', remark };
    change ??= standing.get(cut);
  }
}

function* textPieces(text: string, from: number, fate: Fate): Generator<Piece> {
  const step = fate.fate === 'inserted' ? 0 : 1;
  let at = from;
  for (const [index, words] of text.split(PARAGRAPH_END).entries()) {
    if (index > 0) {
      yield { kind: 'paragraph_end', at, ...fate };
      at += PARAGRAPH_END.length * step;
    }
    if (words !== '') yield { kind: 'words', words, ...fate };
    at += words.length * step;
  }
}
