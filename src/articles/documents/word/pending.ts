// The changes that a document tracks and nobody has taken yet, in the paragraphs they stand in. Pure.
import { itemAt } from '#src/item-at.ts';
import type { PendingChange, WordBlock } from './line.ts';

/** Words of a paragraph that stay, or that come or go by somebody's change. */
export interface PendingPiece {
  kind: 'same' | 'come' | 'gone';
  text: string;
  author: string;
  /** As the document says it; '' where it does not. */
  dated: string;
}

export interface Pending {
  /** The paragraphs with changes, each as its words with what comes and what goes. */
  paragraphs: PendingPiece[][];
  /** How many changes there are, in paragraphs that are shown or not. */
  count: number;
}

const MOST_PARAGRAPHS = 200;
/** More changes than these in one paragraph are nothing that anybody reads. */
const MOST_IN_PARAGRAPH = 500;
const CONTEXT = 120;

/** Of a document that was read with both sides of its changes; undefined where it tracks none. */
export function pendingIn(blocks: readonly WordBlock[]): Pending | undefined {
  const changed = blocks.filter(({ changes }) => changes.length > 0);
  if (changed.length === 0) return undefined;
  return pendingOf(
    changed.slice(0, MOST_PARAGRAPHS).map(piecesIn),
    changed.reduce((sum, { changes }) => sum + changes.length, 0),
  );
}

/** Of paragraphs with changes, as much as anybody reads. */
export function pendingOf(paragraphs: readonly PendingPiece[][], count: number): Pending {
  const shown = paragraphs.slice(0, MOST_PARAGRAPHS);
  return { paragraphs: shown.map((pieces) => pieces.slice(0, 2 * MOST_IN_PARAGRAPH).map(cutContext)), count };
}

function piecesIn({ text, changes: all }: WordBlock): PendingPiece[] {
  const changes = all.slice(0, MOST_IN_PARAGRAPH);
  const within = (at: number) => Math.min(at, text.length);
  const cuts = new Set([0, text.length, ...changes.flatMap(({ start, end }) => [within(start), within(end)])]);
  const places = [...cuts].sort((a, b) => a - b);
  const pieces: PendingPiece[] = [];
  for (const [number, at] of places.entries()) {
    const end = places[number + 1];
    if (end === undefined) break;
    const change = innermost(changes.filter((one) => one.start <= at && end <= one.end));
    const piece = pieceOf(change, text.slice(at, end));
    const last = pieces.at(-1);
    if (last && isSameChange(last, piece)) last.text += piece.text;
    else pieces.push(piece);
  }
  const ends = changes.filter(({ text }) => text === '¶').map((change) => pieceOf(change, '¶'));
  return [...pieces, ...ends];
}

/** What was put in and then deleted is deleted, whoever put it in. */
function innermost(changes: PendingChange[]): PendingChange | undefined {
  return changes.find(({ kind }) => kind === 'deletion') ?? changes[0];
}

function pieceOf(change: PendingChange | undefined, text: string): PendingPiece {
  if (change === undefined) return { kind: 'same', text, author: '', dated: '' };
  const { kind, author, dated } = change;
  return { kind: kind === 'insertion' ? 'come' : 'gone', text, author, dated };
}

function isSameChange(one: PendingPiece, other: PendingPiece): boolean {
  return one.kind === other.kind && one.author === other.author && one.dated === other.dated;
}

/** Of a long stretch without a change, the words beside the changes. */
function cutContext(piece: PendingPiece, at: number, all: PendingPiece[]): PendingPiece {
  const { kind, text } = piece;
  if (kind !== 'same' || text.length <= 2 * CONTEXT) return piece;
  const before = at === 0 ? '' : `${text.slice(0, CONTEXT).toWellFormed()} `;
  const after = at === all.length - 1 ? '' : ` ${text.slice(-CONTEXT).toWellFormed()}`;
  return { ...itemAt(all, at), text: `${before}[…]${after}` };
}
