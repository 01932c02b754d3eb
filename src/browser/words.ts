// The words of the text round a place, one by one: where each begins and ends.
import { type TextRange, textNodesOf } from './selection.ts';

export interface Word extends TextRange {
  /** A comma, a quotation mark, a dash or the like stands before or behind it. */
  begins_stretch: boolean;
  ends_stretch: boolean;
}

/** The words of the paragraphs in which this range lies, in their order. */
export function wordsRound(range: TextRange): Word[] {
  const sentences = [...document.querySelectorAll<HTMLElement>('#workbench .text .sentence[data-start]')];
  const paragraphs = new Set(sentences.filter((one) => touches(one, range)).map((one) => one.closest('.paragraph')));
  return withStretches(
    sentences.filter((one) => paragraphs.has(one.closest('.paragraph'))).flatMap((one) => wordsIn(textOf(one))),
  );
}

/** Whether the paragraph of this place is read from right to left. */
export function isRightToLeft({ start }: TextRange): boolean {
  const sentences = [...document.querySelectorAll<HTMLElement>('#workbench .text .sentence[data-start]')];
  const sentence = sentences.findLast((one) => Number(one.dataset.start) <= start);
  return sentence !== undefined && getComputedStyle(sentence).direction === 'rtl';
}

interface Printed {
  start: number;
  text: string;
}

function textOf(sentence: HTMLElement): Printed {
  const text = textNodesOf(sentence).map((node) => node.data);
  return { start: Number(sentence.dataset.start), text: text.join('') };
}

function touches(sentence: HTMLElement, range: TextRange): boolean {
  const { start, text } = textOf(sentence);
  return start < range.end && range.start < start + text.length;
}

/** A word keeps the quotation mark that it opens or closes, and no comma or full stop behind it but that of "p.m.". */
const WORD = /["“”„«‘(]?[\p{L}\p{N}$€£%][^\s—–]*/gu;

function wordsIn({ start, text }: Printed): (TextRange & { before: string; behind: string })[] {
  return [...text.matchAll(WORD)].map((match) => {
    const own = withoutMarks(match[0]);
    const [from, to] = [match.index, match.index + own.length];
    const behind = /^[^\p{L}\p{N}]*/u.exec(text.slice(to))?.[0] ?? '';
    return { start: start + from, end: start + to, before: match[0].charAt(0), behind };
  });
}

function withoutMarks(word: string): string {
  const own = word.replace(/[,;:!?…)]+$/u, '');
  return /^[^.]*\.$/u.test(own) ? own.slice(0, -1) : own;
}

function withStretches(words: (TextRange & { before: string; behind: string })[]): Word[] {
  let begins_stretch = true;
  return words.map(({ start, end, before, behind }, index) => {
    const ends_stretch = index === words.length - 1 || /[^\s]/.test(behind);
    const word = { start, end, begins_stretch: begins_stretch || /["“„«‘(]/u.test(before), ends_stretch };
    begins_stretch = ends_stretch;
    return word;
  });
}
