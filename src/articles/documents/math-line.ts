// Equations of a page (MathML) as a line of text; what cannot be one is not guessed. Pure.
import { bracketed, index, power, together } from './math-words.ts';
import type { Node } from './node.ts';

/** The words of an equation in one line; undefined where it has a part that no line shows (a table). */
export function mathAsLine(node: Node): string | undefined {
  const reader = READERS[node.localName];
  if (reader) return reader(elementsOf(node));
  if (/^(mtable|munder|mover|munderover|mmultiscripts)$/.test(node.localName)) return undefined;
  if (node.localName.startsWith('annotation')) return '';
  const children = elementsOf(node);
  if (children.length === 0) return node.textContent.replace(/\s+/g, ' ').trim();
  return together(...children.map(mathAsLine));
}

const READERS: Record<string, (parts: Node[]) => string | undefined> = {
  mfrac: ([above, below]) => together(bracketed(line(above)), '/', bracketed(line(below))),
  msup: ([base, above]) => together(line(base), power(line(above))),
  msub: ([base, below]) => together(line(base), index(line(below))),
  msubsup: ([base, below, above]) => together(line(base), index(line(below)), power(line(above))),
  msqrt: (parts) => together('√', bracketed(together(...parts.map(mathAsLine)))),
  mroot: ([base, degree]) => together(power(line(degree)), '√', bracketed(line(base))),
};

function line(node: Node | undefined): string | undefined {
  return node === undefined ? '' : mathAsLine(node);
}

function elementsOf(node: Node): Node[] {
  return [...node.childNodes].filter(({ nodeType }) => nodeType === 1);
}
