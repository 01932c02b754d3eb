// Lists that run on in one line: "1) The first item 2) The second item".
import { needed } from '#src/item-at.ts';
import { isSpaceCode, type Range } from '../text/range.ts';

const FIRST_MARKER = /^([•·▪◦⁃‣*–-]\s?)?\(?(?:(\d{1,3})|([a-z]))(\.\)|[.)])\s/i;

/** No list in one line is longer than this many letters from one item to the next. */
const FURTHEST = 400;

/** Where items after the first begin, in a paragraph that starts with the marker of an item; else nothing. */
export function itemStartsIn(text: string, paragraph: Range): number[] {
  const first = FIRST_MARKER.exec(text.slice(paragraph.start, paragraph.start + 12));
  if (!first) return [];
  const starts: number[] = [];
  let at = paragraph.start + first[0].length;
  for (let number = 1; ; number++) {
    const marker = markerAfter(first, number);
    const found = marker ? text.slice(at, Math.min(paragraph.end, at + FURTHEST)).indexOf(marker) : -1;
    if (found < 0 || !isSpaceCode(text.charCodeAt(at + found - 1))) return starts;
    starts.push(at + found);
    at += found + needed(marker, 'marker').length;
  }
}

/** The marker that comes `steps` after the first one, spelled the same way. */
function markerAfter(first: RegExpExecArray, steps: number): string | null {
  const [, bullet = '', digits, letter, tail = ''] = first;
  const code = letter ? letter.charCodeAt(0) + steps : 0;
  if (letter && !/[a-z]/i.test(String.fromCharCode(code))) return null;
  const open = first[0].includes('(') ? '(' : '';
  const body = digits ? String(Number(digits) + steps) : String.fromCharCode(code);
  return `${bullet}${open}${body}${tail} `;
}
