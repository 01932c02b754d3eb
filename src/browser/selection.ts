// From a selection on the page to a range of the text, in UTF-16 code units.

export interface TextRange {
  start: number;
  end: number;
}

const NOT_TEXT = '.sign, .in-margin, .visually-hidden';

/** The range of the text that is selected, or null where nothing of the text is. */
export function selectedRange(): TextRange | null {
  const selection = window.getSelection();
  const text = document.querySelector('#workbench .text');
  if (!selection || selection.isCollapsed || selection.rangeCount === 0 || !text) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(text)) return null;
  let found: TextRange | null = null;
  for (const sentence of text.querySelectorAll<HTMLElement>('.sentence[data-start]')) {
    if (!range.intersectsNode(sentence)) continue;
    const part = rangeInSentence(sentence, range);
    if (!part) continue;
    found = found ? { start: found.start, end: part.end } : part;
  }
  return found && found.start < found.end ? found : null;
}

/**
 * What is selected anywhere: a range of the text, or `elsewhere` where the selected words are not, or not all, the text's
 * own: in the claim beside it, in the head. Null where nothing is selected.
 */
export function selectionNow(): TextRange | 'elsewhere' | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0 || selection.toString().trim() === '')
    return null;
  const beside = document.querySelector('#workbench .beside');
  if (beside && wordsWithin(selection.getRangeAt(0), beside) !== '') return 'elsewhere';
  return selectedRange() ?? 'elsewhere';
}

/** Selects a range of the text, as it was selected before the page was put in place anew. */
export function selectAgain(range: TextRange): void {
  const [from, to] = [placeIn(range.start, 'first'), placeIn(range.end, 'last')];
  if (from && to) window.getSelection()?.setBaseAndExtent(...from, ...to);
}

/** Where in the text a claim begins, as an empty range; null where its words are not on the page. */
export function placeOfClaim(number: string): TextRange | null {
  const mark = document.querySelector(`#workbench .text mark[data-claim="${number}"]`);
  const sentence = mark?.closest<HTMLElement>('.sentence[data-start]');
  if (!mark || !sentence) return null;
  let at = Number(sentence.dataset.start);
  for (const node of textNodesOf(sentence)) {
    if (mark.contains(node)) return { start: at, end: at };
    at += node.length;
  }
  return null;
}

/** Where the selection is on the screen, to put something beside it. */
export function selectedBox(): DOMRect | null {
  const selection = window.getSelection();
  return selection && selection.rangeCount > 0 ? selection.getRangeAt(0).getBoundingClientRect() : null;
}

function rangeInSentence(sentence: HTMLElement, range: Range): TextRange | null {
  let at = Number(sentence.dataset.start);
  let found: TextRange | null = null;
  for (const node of textNodesOf(sentence)) {
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    if (range.intersectsNode(node) && from < to) {
      found = found ? { start: found.start, end: at + to } : { start: at + from, end: at + to };
    }
    at += node.length;
  }
  return found;
}

function wordsWithin(range: Range, element: Element): string {
  if (!range.intersectsNode(element)) return '';
  const within = document.createRange();
  within.selectNodeContents(element);
  if (range.compareBoundaryPoints(Range.START_TO_START, within) > 0)
    within.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, within) < 0) within.setEnd(range.endContainer, range.endOffset);
  return within.toString().trim();
}

/** The node that holds this offset of the text, and the offset in it; between two nodes the `last` or `first` that touches it. */
function placeIn(offset: number, which: 'first' | 'last'): [node: Text, offset: number] | null {
  let found: [Text, number] | null = null;
  for (const sentence of document.querySelectorAll<HTMLElement>('#workbench .text .sentence[data-start]')) {
    let at = Number(sentence.dataset.start);
    if (at > offset) break;
    for (const node of textNodesOf(sentence)) {
      const holds = which === 'first' ? offset < at + node.length : offset > at && offset <= at + node.length;
      if (offset >= at && holds) return [node, offset - at];
      at += node.length;
      if (at === offset) found = [node, node.length];
    }
  }
  return found;
}

/** The text nodes of a sentence that hold its own words, without signs and numbers beside them. */
export function textNodesOf(sentence: Node): Text[] {
  const walker = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(NOT_TEXT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}
