// Words of the text are copied as they stand there, without claim numbers and signs.
import { selectedRange, textNodesOf } from './selection.ts';

document.addEventListener('copy', (event) => {
  const selection = window.getSelection();
  if (!event.clipboardData || !selection || selection.rangeCount === 0 || !selectedRange()) return;
  const range = selection.getRangeAt(0);
  const paragraphs = [...document.querySelectorAll<HTMLElement>('#workbench .text .paragraph')];
  const text = document.querySelector('#workbench .text');
  // What reaches beyond the text is copied as the browser does it.
  if (!text?.contains(range.commonAncestorContainer)) return;
  const words = paragraphs.filter((one) => range.intersectsNode(one)).map((one) => wordsWithin(one, range));
  event.clipboardData.setData('text/plain', words.filter((one) => one.trim() !== '').join('\n\n'));
  event.preventDefault();
});

function wordsWithin(paragraph: HTMLElement, range: Range): string {
  let words = '';
  for (const node of textNodesOf(paragraph)) {
    if (!range.intersectsNode(node)) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    words += node.data.slice(from, to);
  }
  return words;
}
