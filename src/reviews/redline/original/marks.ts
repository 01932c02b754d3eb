// The marks that a redline makes in the runs of the writer's document, where it can make them. Pure.
import type { Piece, WordBlock } from '#src/articles/documents/word/line.ts';
import type { XmlElement } from '#src/articles/documents/word/xml-tree.ts';
import { piecesOfDiff } from '#src/word-diff.ts';
import type { Change, Redline, Remark } from '../redline.ts';
import type { Placement } from './place-text.ts';
import { type Mark, pieceWith } from './run-edits.ts';

/** A change at its place in a paragraph of the document: letters of the paragraph, half open, and what comes instead. */
export interface ChangePlaced {
  block: WordBlock;
  start: number;
  end: number;
  words: string;
  author: string;
  at: string;
}

/** The changes of a redline, and those by which the version differed from the document when it was added. */
export function placesOfChanges(
  redline: Redline,
  placement: Placement,
): { placed: ChangePlaced[]; unplaced: Change[] } {
  const placed = ownChanges(redline, placement).filter(isMarkable);
  const unplaced: Change[] = [];
  for (const change of redline.changes) {
    const place = placement.find(change);
    const whole = place && { ...place, words: change.new_words, author: change.author, at: change.at };
    if (whole && !change.new_words.includes('\n') && isMarkable(whole)) placed.push(whole);
    else unplaced.push(change);
  }
  return { placed, unplaced };
}

/** What was changed in the text when the document was added, as the desk's changes. */
function ownChanges({ creator, at }: Redline, { placed }: Placement): ChangePlaced[] {
  return placed
    .filter(({ block, words }) => block.text !== words)
    .flatMap(({ block, words }) => {
      const changes: ChangePlaced[] = [];
      let start = 0;
      for (const { kind, text } of piecesOfDiff(block.text, words)) {
        const end = kind === 'come' ? start : start + text.length;
        const last = changes.at(-1);
        // What comes right behind what goes is one change.
        if (kind === 'come' && last?.end === start && last.words === '') last.words = text;
        else if (kind !== 'same')
          changes.push({ block, start, end, words: kind === 'come' ? text : '', author: creator, at });
        start = end;
      }
      return changes;
    });
}

/** Whether each letter that goes is a letter of a run, and there is one beside which the new ones can stand. */
function isMarkable({ block, start, end, words }: ChangePlaced): boolean {
  const letters = piecesWithin(block, start, end).reduce(
    (sum, piece) => sum + Math.min(piece.end, end) - Math.max(piece.start, start),
    0,
  );
  return letters === end - start && (words === '' || besideOf(block, end) !== undefined);
}

function piecesWithin({ pieces }: WordBlock, start: number, end: number): Piece[] {
  return pieces.filter((piece) => piece.offset !== undefined && piece.start < end && piece.end > start);
}

function besideOf({ pieces }: WordBlock, at: number): Piece | undefined {
  return pieceWith(pieces, at, 'before') ?? pieceWith(pieces, at, 'behind');
}

export type RunMark = Mark & { run: XmlElement };

/** Each change of letters has a number of its own, from the first on. */
export function marksOfChanges(placed: readonly ChangePlaced[], first: number): RunMark[] {
  let number = first;
  return placed.flatMap(({ block, start, end, words, author, at }): RunMark[] => {
    const by = () => ({ author, at, number: number++ });
    const marks: RunMark[] = piecesWithin(block, start, end).map((piece) => ({
      kind: 'delete',
      ...markIn(piece, Math.max(piece.start, start)),
      end: markIn(piece, Math.min(piece.end, end)).at,
      by: by(),
    }));
    const beside = words === '' ? undefined : besideOf(block, end);
    return beside ? [...marks, { kind: 'insert', ...markIn(beside, end), words, by: by() }] : marks;
  });
}

/** The ends of remarks, numbered from the first on; one without a place stands on the first words of the document. */
export function marksOfRemarks(remarks: readonly Remark[], placement: Placement, first: number): RunMark[] {
  return remarks.flatMap(({ range }, number): RunMark[] => {
    const place = range === null ? null : placement.find(range);
    const ends = (place && endsOf(place.block, place.start, place.end)) ?? firstWords(placement);
    if (ends === undefined) return [];
    const id = first + number;
    return [
      { kind: 'remark_begins', ...ends[0], id },
      { kind: 'remark_ends', ...ends[1], id },
    ];
  });
}

type End = Pick<RunMark, 'run' | 'text' | 'at'>;

function endsOf({ pieces }: WordBlock, start: number, end: number): [End, End] | undefined {
  const begin = pieceWith(pieces, start, 'behind');
  const last = pieceWith(pieces, end, 'before');
  return begin && last && last.start >= begin.start ? [markIn(begin, start), markIn(last, end)] : undefined;
}

function firstWords({ placed }: Placement): [End, End] | undefined {
  const piece = placed.flatMap(({ block }) => block.pieces).find(({ offset }) => offset !== undefined);
  return piece && [markIn(piece, piece.start), markIn(piece, piece.end)];
}

/** The place in the run at which a letter of the line stands. */
function markIn(piece: Piece, at: number): End {
  return { run: piece.run, text: piece.text, at: (piece.offset ?? 0) + at - piece.start };
}
