// The words of the text round a place, as the page prints them.
import { type TextRange, textNodesOf } from './selection.ts';
import { type Printed, type Word, wordsOf } from './word-list.ts';

/** The words of the paragraphs in which this range lies, in their order. */
export function wordsRound(range: TextRange): Word[] {
  const sentences = allSentences();
  const paragraphs = new Set(sentences.filter((one) => touches(one, range)).map((one) => one.closest('.paragraph')));
  return wordsOf(sentences.filter((one) => paragraphs.has(one.closest('.paragraph'))).map(printed));
}

/** Whether the paragraph of this place is read from right to left. */
export function isRightToLeft({ start }: TextRange): boolean {
  const sentence = allSentences().findLast((one) => Number(one.dataset.start) <= start);
  return sentence !== undefined && getComputedStyle(sentence).direction === 'rtl';
}

function allSentences(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('#workbench .text .sentence[data-start]')];
}

function printed(sentence: HTMLElement): Printed {
  const text = textNodesOf(sentence).map((node) => node.data);
  return { start: Number(sentence.dataset.start), text: text.join('') };
}

function touches(sentence: HTMLElement, range: TextRange): boolean {
  const { start, text } = printed(sentence);
  return start < range.end && range.start < start + text.length;
}
