// Collects the words of paragraphs with what comes and goes in them, in the text and beside it. Pure.
import type { PendingPiece } from './word/pending.ts';

export class PendingPieces {
  readonly paragraphs: PendingPiece[][] = [];
  count = 0;
  #open: PendingPiece[] = [];

  put(piece: PendingPiece): void {
    const last = this.#open.at(-1);
    if (last && isSame(last, piece)) last.text += piece.text;
    else {
      this.#open.push(piece);
      if (piece.kind !== 'same') this.count += 1;
    }
  }

  endParagraph(): void {
    if (this.#open.some(({ kind }) => kind !== 'same')) this.paragraphs.push(this.#open);
    this.#open = [];
  }

  /** What stands beside the text is read in between; gives back what to do when it ends. */
  beside(): () => void {
    const open = this.#open;
    this.#open = [];
    return () => {
      this.endParagraph();
      this.#open = open;
    };
  }
}

function isSame(one: PendingPiece, other: PendingPiece): boolean {
  return one.kind === other.kind && one.author === other.author && one.dated === other.dated;
}
