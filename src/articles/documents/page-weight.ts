// How much work a page would make, counted before it is read. Pure.
import { refused, SAVE_AS_TEXT } from './refused.ts';

/** What of a page's tree is gone over. */
interface Linked {
  nodeType: number;
  localName: string;
  firstChild: Linked | null;
  nextSibling: Linked | null;
  parentNode: Linked | null;
}

/** Of each of these the reader asks how many of its words stand in others inside it: a word is read for each pair around it. */
const ASKED = new Set(['div', 'ul', 'ol', 'table', 'fieldset', 'form']);
const NODE = 20;
const PAIRS = 60;
const IN_OTHERS = 4;
/** Sixty thousand pieces: of an article of a megabyte, the most that is taken, each would have three words. */
export const MOST_WORK = 1_200_000;

/** RuleBroken where reading a page would take longer than anybody waits: very many elements, or many of them nested deep. */
export function assertReadable(page: { documentElement: unknown }): void {
  const { nodes, work } = workOf(page.documentElement as Linked);
  if (work > MOST_WORK)
    throw refused(
      nodes * NODE > work / 2
        ? `This page has ${nodes.toLocaleString('en')} pieces of text and markup, more than any article.`
        : 'So many elements of this page are nested so deep that no article can be read.',
      SAVE_AS_TEXT,
    );
}

/** Of all elements and texts, and of how deep they stand. */
export function workOf(root: Linked): { nodes: number; work: number } {
  const sum = { nodes: 0, work: 0 };
  let [depth, asked] = [0, 0];
  for (let node: Linked | null = root; node !== null; ) {
    sum.nodes += 1;
    sum.work += NODE + asked + (asked * asked) / PAIRS + depth / IN_OTHERS;
    if (node.firstChild) {
      depth += 1;
      if (ASKED.has(node.localName)) asked += 1;
      node = node.firstChild;
      continue;
    }
    while (node !== root && node !== null && !node.nextSibling) {
      node = node.parentNode as Linked | null;
      depth -= 1;
      if (node !== null && ASKED.has(node.localName)) asked -= 1;
    }
    node = node === root ? null : (node?.nextSibling ?? null);
  }
  return sum;
}
