// What a writer's document may be made of: paragraphs, lists, tables in tables, boxes, notes.
import fc from 'fast-check';

export type Looks = 'plain' | 'raised' | 'struck' | 'hidden' | 'inserted' | 'deleted' | 'field' | 'link';
export type Holds = 'words' | 'note' | 'comment' | 'box' | 'ruby';

/** Words of a paragraph, or what hangs on them. */
export interface Piece {
  looks: Looks;
  holds: Holds;
  count: number;
  /** What stands in a box. */
  blocks: Block[];
  /** What stands in a note. */
  pieces: Piece[];
}

export type Block =
  | { kind: 'paragraph' | 'heading' | 'list' | 'contents'; pieces: Piece[] }
  | { kind: 'table'; rows: Block[][][] };

const LOOKS: Looks[] = ['plain', 'raised', 'struck', 'hidden', 'inserted', 'deleted', 'field', 'link'];
const IN_NOTES: Holds[] = ['words', 'words', 'comment'];
const IN_TEXT: Holds[] = ['words', 'words', 'note', 'comment', 'box', 'ruby'];

function pieces(depth: number, holds: Holds[]): fc.Arbitrary<Piece[]> {
  const piece: fc.Arbitrary<Piece> = fc.record({
    looks: fc.constantFrom(...LOOKS),
    holds: fc.constantFrom(...holds),
    count: fc.integer({ min: 1, max: 3 }),
    blocks: depth > 0 ? blocks(depth - 1, 2) : fc.constant<Block[]>([]),
    pieces: holds === IN_TEXT ? pieces(0, IN_NOTES) : fc.constant<Piece[]>([]),
  });
  return fc.array(piece, { minLength: 1, maxLength: 3 });
}

function blocks(depth: number, most: number): fc.Arbitrary<Block[]> {
  const kind = fc.constantFrom('paragraph' as const, 'heading' as const, 'list' as const, 'contents' as const);
  const plain = fc.record({ kind, pieces: pieces(depth, IN_TEXT) });
  if (depth === 0) return fc.array(plain, { minLength: 1, maxLength: most });
  const rows = fc.array(fc.array(blocks(depth - 1, 2), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 });
  const table = fc.record({ kind: fc.constant('table' as const), rows });
  return fc.array(fc.oneof({ weight: 3, arbitrary: plain }, { weight: 1, arbitrary: table }), {
    minLength: 1,
    maxLength: most,
  });
}

export const DOCUMENTS = blocks(2, 4);
