// A paragraph out of markup: its words, its role, and what stands on its words. Pure.
import type { Node } from './node.ts';

export type BlockRole = 'heading' | 'standfirst' | 'text' | 'item' | 'caption' | 'box' | 'pull_quote';

export interface Block {
  role: BlockRole;
  /** Of a heading: 1 to 6. Of a box or a pull quote: which of them. */
  rank: number;
  text: string;
  links: { start: number; end: number; url: string; title: string }[];
  /** Where a footnote or comment is referred to: the id of the note, and the place in the text. */
  references: { at: number; id: string }[];
  /** Where the words of a comment begin. */
  begins: { at: number; id: string }[];
}

export function emptyBlock(): Block {
  return { role: 'text', rank: 0, text: '', links: [], references: [], begins: [] };
}

const PARTS = ['standfirst', 'caption', 'box', 'pull_quote'] as const;

/** The role that an element gives to the words in it; undefined where it gives none. */
export function roleOf(node: Node, name: string): Pick<Block, 'role' | 'rank'> | undefined {
  const rank = /^h([1-6])$/.exec(name)?.[1];
  if (rank) return { role: 'heading', rank: Number(rank) };
  if (name === 'figcaption' || name === 'caption') return { role: 'caption', rank: 0 };
  const kind = PARTS.find((part) => part === node.getAttribute('data-part'));
  if (kind) return { role: kind, rank: 0 };
  return undefined;
}
