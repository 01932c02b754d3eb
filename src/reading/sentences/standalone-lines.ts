// Lines that stand alone though no stop ends them: place lines, credits, dividers.
import { isSpaceCode, type Range } from '../text/range.ts';
import type { Scanner } from '../text/scanner.ts';

/** "NEW DELHI (Reuters) - ", "Evansville, Indiana, United States — ": where a report was written. */
const PLACE_LINE =
  /^\*{0,2}(?:(?:\p{Lu}[\p{Lu}.'’-]+|D\.C\.)(?:,? (?:\p{Lu}[\p{Lu}.'’-]+|[A-Z][a-z]{1,4}\.|[A-Z][a-z]+ \d{1,2}))*(?: \((?:\p{Lu}[\p{L}. ]{1,20})\))?|(?:\p{Lu}[\p{L}.'’-]+,? ){1,6}\(\p{Lu}[\p{L}. ]{1,20}\)|\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?(?:, \p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?){1,2}) ?(?:--?|[–—])\*{0,2}(?=\s+["“]?\p{Lu})/u;

/** What ends such a line: looked for first, since most paragraphs have none. */
const PLACE_ENDS = /[-–—]\*{0,2}\s+["“]?\p{Lu}/u;

/** "… Saturday, April 4, 2009" at the end of a heading: when it was printed. */
const DATE_LINE =
  /\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?:(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}|\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)),? \d{4}$/;

/** Credits of pictures, dividers between parts, and smileys in the place of a stop. */
export const APART =
  /\b(?:Images?|Photos?|Photograph|Picture|Video|Illustration|File photo|Credit): (?=[A-Z])|-{3,200}|={3,200}|_{3,200}|\*{3,200}|#{3,200}|~{3,200}|[:;]-?[)(DPp](?=\s)/g;

/** How long a place line or a date line can be. */
const LONGEST_LINE = 80;

/** Where such pieces begin or end within a paragraph, in order: a sentence ends at each. */
export function apartIn(text: string, paragraph: Range, scanner: Scanner): number[] {
  const cuts: number[] = [];
  const opening = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + LONGEST_LINE));
  const place = PLACE_ENDS.test(opening) ? PLACE_LINE.exec(opening) : null;
  if (place) cuts.push(paragraph.start + place[0].length);
  let from = paragraph.start;
  for (let found = scanner.firstIn(from, paragraph.end); found; found = scanner.firstIn(from, paragraph.end)) {
    const piece = { start: found.index, end: found.index + found[0].length };
    if (standsFree(text, piece)) cuts.push(...cutsAt(text, piece));
    from = piece.end;
  }
  const ending = dateLineAt(text, paragraph);
  if (ending > (cuts.at(-1) ?? paragraph.start)) cuts.push(ending);
  return cuts.filter((cut) => cut > paragraph.start && cut < paragraph.end);
}

function standsFree(text: string, piece: Range): boolean {
  return piece.start === 0 || isSpaceCode(text.charCodeAt(piece.start - 1));
}

/** Before a credit, before and after a divider, after a smiley that a new sentence follows. */
function cutsAt(text: string, piece: Range): number[] {
  const first = text.charAt(piece.start);
  if (/[A-Z]/.test(first)) return [piece.start];
  if (/[:;]/.test(first)) return /^\s+["“]?\p{Lu}/u.test(text.slice(piece.end, piece.end + 4)) ? [piece.end] : [];
  const isFree = piece.end === text.length || isSpaceCode(text.charCodeAt(piece.end));
  return isFree ? [piece.start, piece.end] : [];
}

/** Where a date line at the end of a paragraph begins, or -1; none where a stop ended the sentence before it anyhow. */
function dateLineAt(text: string, paragraph: Range): number {
  const floor = Math.max(paragraph.start, paragraph.end - LONGEST_LINE);
  if (paragraph.end === paragraph.start || isSpaceCode(text.charCodeAt(paragraph.end - 1))) return -1;
  const found = /\d$/.test(text.charAt(paragraph.end - 1)) ? DATE_LINE.exec(text.slice(floor, paragraph.end)) : null;
  return found ? floor + found.index : -1;
}
