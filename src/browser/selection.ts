// From a selection on the page to a range of the text: offsets in UTF-16 code units, counted over the words alone.

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

/** Where the selection is on the screen, to put something beside it. */
export function selectedBox(): DOMRect | null {
  const selection = window.getSelection();
  return selection && selection.rangeCount > 0 ? selection.getRangeAt(0).getBoundingClientRect() : null;
}

function rangeInSentence(sentence: HTMLElement, range: Range): TextRange | null {
  let at = Number(sentence.dataset.start);
  let found: TextRange | null = null;
  for (const node of wordsOf(sentence)) {
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    if (range.intersectsNode(node) && from < to) {
      found = found ? { start: found.start, end: at + to } : { start: at + from, end: at + to };
    }
    at += node.length;
  }
  return found;
}

function wordsOf(sentence: HTMLElement): Text[] {
  const walker = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(NOT_TEXT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}
