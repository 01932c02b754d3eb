// Paragraphs: an empty line ends one; a text without any is read line by line.
import { isEmpty, isSpaceCode, type Range, trimRange } from '../text/range.ts';

const LINE_END = /\r\n?|[\n\u2028\u2029]/g;
const EMPTY_LINE = /(?:\r\n?|[\n\u2028\u2029])[^\S\r\n\u2028\u2029]*[\r\n\u2028\u2029]/;
const ENDS_A_SENTENCE = /[.!?…。！？؟۔।:;]["'”’»)\]]{0,3}$/;
const STARTS_AN_ITEM = /^(?:[•·▪◦⁃‣*–—-]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s)/i;

/** A line this long was not broken to fit a screen or a letter: its end is the writer's own. */
const LONGER_THAN_WRAPPED = 100;

/**
 * The paragraphs of a text, in order, without the white space around them.
 * Linear in the length of the text; a text of white space has none.
 */
export function paragraphsOf(text: string): Range[] {
  const hasEmptyLine = EMPTY_LINE.test(text);
  const paragraphs: Range[] = [];
  let current: Range | undefined;
  for (const line of linesOf(text)) {
    if (isEmpty(line)) {
      if (hasEmptyLine && current) paragraphs.push(current);
      if (hasEmptyLine) current = undefined;
      continue;
    }
    const parts = (before: Range) => startsAnItem(text, line) || (!hasEmptyLine && pausesBetween(text, before, line));
    if (current && !signs(text, line, current) && parts(current)) {
      paragraphs.push(current);
      current = undefined;
    }
    current = current ? { start: current.start, end: line.end } : line;
  }
  if (current) paragraphs.push(current);
  return paragraphs;
}

/** The lines, trimmed; an empty one keeps its place, because it says something. */
function* linesOf(text: string): Generator<Range> {
  let start = 0;
  LINE_END.lastIndex = 0;
  for (let found = LINE_END.exec(text); found; found = LINE_END.exec(text)) {
    const next = found.index + found[0].length;
    yield trimRange(text, { start, end: found.index });
    start = next;
    LINE_END.lastIndex = next;
  }
  yield trimRange(text, { start, end: text.length });
}

function startsAnItem(text: string, line: Range): boolean {
  return STARTS_AN_ITEM.test(text.slice(line.start, Math.min(line.end, line.start + 8)));
}

/** "— Ida Moor" beneath a quotation is whose it is, and no item of a list. */
function signs(text: string, { start, end }: Range, before: Range): boolean {
  const isQuoted = /^["“„«]/.test(text.charAt(before.start)) && /["”»]$/.test(text.charAt(before.end - 1));
  return isQuoted && end - start <= LONGER_THAN_WRAPPED && /^(?:[—–―-]|--) ?\p{Lu}/u.test(text.slice(start, start + 4));
}

/** Whether the end of the line before is a pause: it closes a sentence, or is a heading above a line of running text. */
function pausesBetween(text: string, before: Range, line: Range): boolean {
  if (ENDS_A_SENTENCE.test(text.slice(Math.max(before.start, before.end - 4), before.end))) return true;
  const first = text.charAt(line.start);
  if (first !== first.toUpperCase()) return false;
  const lengthOfLineBefore = before.end - lastLineStart(text, before);
  return line.end - line.start > LONGER_THAN_WRAPPED || lengthOfLineBefore > LONGER_THAN_WRAPPED;
}

/** Looks back no further than it must, so that a long paragraph costs no more than a short one. */
function lastLineStart(text: string, range: Range): number {
  let at = range.end;
  const floor = Math.max(range.start, range.end - LONGER_THAN_WRAPPED - 1);
  while (at > floor && !isLineEnd(text.charCodeAt(at - 1))) at--;
  return at;
}

function isLineEnd(code: number): boolean {
  return isSpaceCode(code) && (code === 10 || code === 13 || code === 0x2028 || code === 0x2029);
}
