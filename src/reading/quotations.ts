// Quotations: what stands between quotation marks, the marks included.
import { isSpaceCode, type Range } from './range.ts';

/** `is_closed` is false where the mark is opened again in the next paragraph, or was forgotten. */
export type Quotation = Range & { is_closed: boolean };

const CLOSING: Record<string, string> = {
  '“': '”"',
  '«': '»',
  '「': '」',
  '『': '』',
  '„': '“”',
  '"': '"”',
  '‘': '’',
  "'": "'",
};
/** Two apostrophes are the quotation mark of many wires. */
const MARK = /''|["“«„‘'「『]/g;

/** No quotation of one paragraph is followed further than this: beyond it a closing mark was forgotten. */
const FURTHEST = 6000;

/** The outermost quotations of a paragraph in order. A mark that is never closed quotes to the end of the paragraph. */
export function quotationsOf(text: string, paragraph: Range): Quotation[] {
  const quotations: Quotation[] = [];
  MARK.lastIndex = paragraph.start;
  for (let found = MARK.exec(text); found && found.index < paragraph.end; found = MARK.exec(text)) {
    const quotation = opensAt(text, found.index, found[0].length) ? quotationFrom(text, found, paragraph.end) : null;
    if (!quotation) continue;
    quotations.push(quotation);
    MARK.lastIndex = quotation.end;
  }
  return quotations;
}

/** The parts of quotations that stand in one sentence, though they may begin before it or go on after it. */
export function quotationsIn(text: string, sentence: Range): Quotation[] {
  return quotationsOf(text, paragraphAround(text, sentence)).flatMap((quotation) => {
    const start = Math.max(quotation.start, sentence.start);
    const end = Math.min(quotation.end, sentence.end);
    return end > start ? [{ start, end, is_closed: quotation.is_closed }] : [];
  });
}

function paragraphAround(text: string, sentence: Range): Range {
  const floor = Math.max(0, sentence.start - FURTHEST);
  const before = text.slice(floor, sentence.start).lastIndexOf('\n');
  const after = text.slice(sentence.end, sentence.end + FURTHEST).indexOf('\n');
  const end = after < 0 ? Math.min(text.length, sentence.end + FURTHEST) : sentence.end + after;
  return { start: before < 0 ? floor : floor + before + 1, end };
}

/** A mark opens where a word starts and none ends; those that only ever open may stand apart (« … »); an apostrophe never opens inside a word. */
function opensAt(text: string, at: number, length = 1): boolean {
  if (/[«「『]/.test(text.charAt(at))) return true;
  const after = text.charCodeAt(at + length);
  const startsWord = at === 0 || isSpaceCode(text.charCodeAt(at - 1)) || /[([{—–―\-/“"‘>]/.test(text.charAt(at - 1));
  return startsWord && !Number.isNaN(after) && !isSpaceCode(after);
}

function quotationFrom(text: string, { index: open, 0: mark }: RegExpExecArray, end: number): Quotation | null {
  const limit = Math.min(end, open + FURTHEST);
  if (mark.length > 1) {
    const close = text.slice(open, limit).indexOf(mark, mark.length);
    return close < 0 ? null : { start: open, end: open + close + mark.length, is_closed: true };
  }
  const closers = CLOSING[mark] ?? mark;
  const isSingle = mark === '‘' || mark === "'";
  for (let at = open + 1; at < limit; at++) {
    if (!closers.includes(text.charAt(at))) continue;
    if (isSingle ? !endsWord(text, at) : mark === '"' && opensAt(text, at)) continue;
    return { start: open, end: at + 1, is_closed: true };
  }
  return isSingle || limit < end ? null : { start: open, end: trimmedEnd(text, open, end), is_closed: false };
}

function endsWord(text: string, at: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text.charAt(at + 1)) && !isSpaceCode(text.charCodeAt(at - 1));
}

function trimmedEnd(text: string, open: number, end: number): number {
  let at = end;
  while (at > open && isSpaceCode(text.charCodeAt(at - 1))) at--;
  return at;
}
