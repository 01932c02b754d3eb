// Words of a PDF drawn twice at one place, to look bold or to throw a shadow: they are read once. Pure.
import type { Piece } from './lines.ts';

/** In heights of a letter. */
const APART = 0.15;
/** The same words stand at many places of a table: only the last of them are looked at. */
const LOOKED_AT = 8;

/** The pieces, without the words of those that lie on others that say the same. */
export function withoutShadows(pieces: readonly Piece[]): Piece[] {
  const drawn = new Map<string, Piece[]>();
  return pieces.map((piece) => {
    const text = piece.text.trim();
    if (text === '') return piece;
    const same = drawn.get(text) ?? [];
    if (same.slice(-LOOKED_AT).some((one) => isOn(piece, one))) return { ...piece, text: '' };
    same.push(piece);
    drawn.set(text, same);
    return piece;
  });
}

function isOn(piece: Piece, other: Piece): boolean {
  const apart = Math.min(piece.height, other.height) * APART;
  return Math.abs(piece.x - other.x) <= apart && Math.abs(piece.y - other.y) <= apart;
}
