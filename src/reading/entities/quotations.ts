// Quotations: what stands between quotation marks, the marks included.
import { itemAt } from '#src/item-at.ts';
import { isSpaceCode, type Range } from '../text/range.ts';

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
  '»': '«',
};
/** Two apostrophes are the quotation mark of many wires. */
const MARK = /''|["“«„‘'「『]/g;
/** German books turn the angles inwards: »Nein«. */
const GERMAN_MARK = /''|["“«»„‘'「『]/g;

/** No quotation of one paragraph is followed further than this: beyond it a closing mark was forgotten. */
const FURTHEST = 6000;

/** The outermost quotations of a paragraph in order. A mark that is never closed quotes to the end of the paragraph. */
export function quotationsOf(text: string, paragraph: Range, language?: string): Quotation[] {
  const quotations: Quotation[] = [];
  const closings = new Closings(text);
  // A search in all of the text would read it to its end for each paragraph without a mark.
  const read = text.slice(0, paragraph.end);
  const mark = isGerman(language) ? GERMAN_MARK : MARK;
  mark.lastIndex = paragraph.start;
  for (let found = mark.exec(read); found; found = mark.exec(read)) {
    const isOpening = opensAt(text, found.index, found[0].length);
    const quotation = isOpening ? quotationFrom(text, found, { end: paragraph.end, closings }) : null;
    if (!quotation) continue;
    quotations.push(quotation);
    mark.lastIndex = quotation.end;
  }
  return quotations;
}

function isGerman(language: string | undefined): boolean {
  return /^de(?:-|$)/i.test(language ?? '');
}

/** The parts of quotations that stand in one sentence, though they may begin before it or go on after it. */
export function quotationsIn(text: string, sentence: Range, language?: string): Quotation[] {
  const around = quotationsAround(text, sentence, language);
  const parts: Quotation[] = [];
  for (let at = firstEndingAfter(around, sentence.start); at < around.length; at++) {
    const { is_closed, ...quotation } = itemAt(around, at);
    if (quotation.start >= sentence.end) break;
    const start = Math.max(quotation.start, sentence.start);
    const end = Math.min(quotation.end, sentence.end);
    if (end > start) parts.push({ start, end, is_closed });
  }
  return parts;
}

let latest: { text: string; is_german: boolean; paragraph: Range; quotations: Quotation[] } | undefined;

/** The quotations around a sentence. The latest are kept, because a paragraph is asked for them once a sentence. */
function quotationsAround(text: string, sentence: Range, language: string | undefined): Quotation[] {
  const paragraph = paragraphAround(text, sentence);
  const { start, end } = latest?.paragraph ?? {};
  const is_german = isGerman(language);
  if (latest?.text === text && latest.is_german === is_german && start === paragraph.start && end === paragraph.end) {
    latest.text = text;
    return latest.quotations;
  }
  latest = { text, is_german, paragraph, quotations: quotationsOf(text, paragraph, language) };
  return latest.quotations;
}

/** Quotations do not overlap, so that their ends are in order, too. */
function firstEndingAfter(quotations: readonly Quotation[], place: number): number {
  let [low, high] = [0, quotations.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (itemAt(quotations, middle).end > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The paragraph, or of a long one some thousands of letters on both sides: the same for many sentences, so that they are read once. */
function paragraphAround(text: string, sentence: Range): Range {
  const floor = Math.max(0, sentence.start - (sentence.start % FURTHEST) - FURTHEST);
  const ceiling = Math.min(text.length, sentence.end - (sentence.end % FURTHEST) + 2 * FURTHEST);
  const before = text.slice(floor, sentence.start).lastIndexOf('\n');
  const after = text.slice(sentence.end, ceiling).indexOf('\n');
  return { start: before < 0 ? floor : floor + before + 1, end: after < 0 ? ceiling : sentence.end + after };
}

/** A mark opens where a word starts and none ends; those that only ever open may stand apart (« … »); an apostrophe never opens inside a word. */
function opensAt(text: string, at: number, length = 1): boolean {
  if (/[«「『]/.test(text.charAt(at))) return true;
  const after = text.charCodeAt(at + length);
  const startsWord = at === 0 || isSpaceCode(text.charCodeAt(at - 1)) || /[([{—–―\-/“"‘>]/.test(text.charAt(at - 1));
  return startsWord && !Number.isNaN(after) && !isSpaceCode(after);
}

/** Where quotations can close: looked for once along the text, whatever number of marks opens before. */
class Closings {
  readonly #text: string;
  /** By opening mark: from where to where was looked, and what stands there. */
  readonly #known = new Map<string, { from: number; to: number; found: number | null }>();

  constructor(text: string) {
    this.#text = text;
  }

  /** The first place in [from, end) that closes this mark, or null. */
  firstIn(mark: string, from: number, end: number): number | null {
    const known = this.#known.get(mark);
    const isKnown = known !== undefined && known.from <= from && from <= known.to;
    if (isKnown && known.found !== null && known.found >= from) return known.found < end ? known.found : null;
    for (let at = isKnown && known.found === null ? known.to : from; at < end; at++) {
      if (!this.#closes(mark, at)) continue;
      this.#known.set(mark, { from, to: at, found: at });
      return at;
    }
    this.#known.set(mark, { from, to: end, found: null });
    return null;
  }

  #closes(mark: string, at: number): boolean {
    const text = this.#text;
    if (mark.length > 1) return text.startsWith(mark, at);
    if (!(CLOSING[mark] ?? mark).includes(text.charAt(at))) return false;
    if (isSingle(mark)) return endsWord(text, at);
    return mark !== '"' || !opensAt(text, at);
  }
}

function quotationFrom(
  text: string,
  { index: open, 0: mark }: RegExpExecArray,
  { end, closings }: { end: number; closings: Closings },
): Quotation | null {
  const limit = Math.min(end, open + FURTHEST);
  const close = closings.firstIn(mark, open + mark.length, limit - mark.length + 1);
  if (close !== null) return { start: open, end: close + mark.length, is_closed: true };
  if (mark.length > 1 || mark === '»' || isSingle(mark) || limit < end) return null;
  return { start: open, end: trimmedEnd(text, open, end), is_closed: false };
}

function isSingle(mark: string): boolean {
  return mark === '‘' || mark === "'";
}

function endsWord(text: string, at: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text.charAt(at + 1)) && !isSpaceCode(text.charCodeAt(at - 1));
}

function trimmedEnd(text: string, open: number, end: number): number {
  let at = end;
  while (at > open && isSpaceCode(text.charCodeAt(at - 1))) at--;
  return at;
}
