// The changes that a rich text file tracks and nobody has taken yet, paragraph by paragraph. Pure.
import { PendingPieces } from '../pending-pieces.ts';
import type { PendingPiece } from '../word/pending.ts';
import type { Looks } from './rtf-words.ts';

/** Which text a file is read as: with all of its changes taken, with none, or with what came and what went. */
export type RtfText = 'accepted' | 'original' | 'both';

/** Are words in these looks none of that text? */
export function isGone({ is_deleted, is_inserted }: Looks, text: RtfText): boolean {
  return text === 'accepted' ? is_deleted : text === 'original' && is_inserted;
}

/** Whether a file tracks changes at all, by its control words. */
export function tracksChanges(file: string): boolean {
  return /\\(?:revised|deleted|mvf|mvt)(?![a-z0])/.test(file);
}

/** Collects the words of paragraphs, of those of the text and of those beside it. */
export class RtfChanges extends PendingPieces {
  /** Who changed something, by their numbers. */
  authors: string[] = [];

  add(text: string, looks: Looks): void {
    this.put(this.#pieceOf(text, looks));
  }

  /** What was put in and then deleted is deleted, whoever put it in. */
  #pieceOf(text: string, { is_deleted, is_inserted, revisions }: Looks): PendingPiece {
    if (!is_deleted && !is_inserted) return { kind: 'same', text, author: '', dated: '' };
    const { author, dated } = revisions[is_deleted ? 'deleted' : 'inserted'];
    const name = author === undefined ? '' : (this.authors[author] ?? '');
    const said = { author: /^unknown$/i.test(name) ? '' : name, dated: dated === undefined ? '' : sayMoment(dated) };
    return { kind: is_deleted ? 'gone' : 'come', text, ...said };
  }
}

/** A moment as rich text packs it: minute, hour, day, month and year in 6, 5, 5, 4 and 9 bits, the lowest first. */
function sayMoment(packed: number): string {
  const bits = packed >>> 0;
  const two = (figure: number) => String(figure).padStart(2, '0');
  const [minute, hour, day, month] = [bits & 63, (bits >>> 6) & 31, (bits >>> 11) & 31, (bits >>> 16) & 15];
  const year = 1900 + ((bits >>> 20) & 511);
  return day === 0 || month === 0 ? '' : `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}
