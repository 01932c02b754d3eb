// Rows of tables that hold figures, told from those that lay a page out. Pure.
import type { Node } from './node.ts';

const MOST_OF_A_CELL = 200;

/** Whether a row holds figures and short words, and does not lay a page out. */
export function isOfFigures(row: Node): boolean {
  const cells = [...row.childNodes].filter(({ localName }) => localName === 'td' || localName === 'th');
  const isShort = ({ textContent }: Node) => textContent.trim().length <= MOST_OF_A_CELL;
  return cells.length > 1 && cells.every((cell) => isShort(cell) && !holdsTable(cell));
}

function holdsTable(node: Node): boolean {
  return [...node.childNodes].some((child) => child.localName === 'table' || holdsTable(child));
}
