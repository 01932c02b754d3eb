// Where words stand in a text, however quotation marks, dashes, dots and white space are printed there.
import { itemAt } from '#src/item-at.ts';
import { isSpaceCode, type Range } from './range.ts';

/**
 * Everywhere that these words stand in the text, or within a range of it, in order; places may overlap. Kinds of quotation
 * marks (guillemets and German ones, too), of dashes and of white space stand for each other, … for three dots, and a letter
 * for the same one in two pieces; white space beside a double quotation mark and signs that are not seen count for nothing;
 * capitals count. A letter is never parted from its marks. Takes time in proportion to both lengths.
 */
export function findWords(text: string, words: string, within?: Range): Range[] {
  const wanted = withoutOuterSpace(fold(words).letters);
  if (wanted.length === 0) return [];
  const offset = within?.start ?? 0;
  const folded = within === undefined ? foldedOnce(text) : fold(text.slice(within.start, within.end));
  const places: Range[] = [];
  for (const from of placesAmong(folded.letters, wanted)) {
    const range = rangeOf(folded, from, from + wanted.length);
    if (range !== null) places.push({ start: range.start + offset, end: range.end + offset });
  }
  return places;
}

/** Whether two prints of some words are alike, as `findWords` takes them. */
export function areSameWords(one: string, other: string): boolean {
  const [a, b] = [withoutOuterSpace(fold(one).letters), withoutOuterSpace(fold(other).letters)];
  return a.length === b.length && a.every((letter, at) => letter === b[at]);
}

/** Code units as they are compared, and of each where the letter begins and ends in the text that it stands for. */
interface Folded {
  letters: number[];
  starts: number[];
  ends: number[];
}

const [SPACE, DOUBLE, SINGLE, DASH, DOT, GRAVE] = [32, 34, 39, 45, 46, 96];
const FOLDED = new Map<number, number>();
const ALIKE: [number, string][] = [
  [DOUBLE, '“”„‟«»″〝〞〟＂'],
  [SINGLE, '’‘‚‛‹›′´`＇'],
  [DASH, '‐‑‒–—―−﹘﹣－'],
];
for (const [mark, kinds] of ALIKE) for (const kind of kinds) FOLDED.set(kind.charCodeAt(0), mark);

function fold(text: string): Folded {
  const folded: Folded = { letters: [], starts: [], ends: [] };
  for (let start = 0; start < text.length; ) {
    const code = text.charCodeAt(start);
    if (isPlain(code) && text.charCodeAt(start + 1) < FIRST_MARK) {
      push(folded, code, { start, end: start + 1 });
      start += 1;
      continue;
    }
    const end = endOfLetter(text, start);
    if (isSpaceCode(code)) pushSpace(folded, { start, end });
    else if (!isUnseen(code)) for (const unit of unitsOf(text.slice(start, end))) push(folded, unit, { start, end });
    start = end;
  }
  return folded;
}

/** Most letters of most texts: they are as they are, unless a mark follows. */
function isPlain(code: number): boolean {
  return code > SPACE && code < 0x7f && code !== GRAVE;
}

function push(folded: Folded, letter: number, { start, end }: Range): void {
  if (letter === DOUBLE && folded.letters.at(-1) === SPACE) for (const column of Object.values(folded)) column.pop();
  folded.letters.push(letter);
  folded.starts.push(start);
  folded.ends.push(end);
}

function pushSpace(folded: Folded, range: Range): void {
  const last = folded.letters.at(-1);
  if (last !== SPACE && last !== DOUBLE) push(folded, SPACE, range);
}

/** No writing sets more marks on one letter (UAX #15), and more are slow to put in order. */
const MOST_MARKS = 30;

/** Behind the letter that begins here and the marks on it, also where it takes two code units. */
function endOfLetter(text: string, start: number): number {
  let end = start + sizeAt(text, start);
  for (let marks = 0; marks < MOST_MARKS && isMarkAt(text, end); marks += 1) end += sizeAt(text, end);
  return end;
}

function sizeAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** Marks, and the vowels and finals of Korean, which stand in one block with what is before them. */
const MARK = /[\p{M}\u1160-\u11ff]/u;
const FIRST_MARK = 0x300;

function isMarkAt(text: string, at: number): boolean {
  return text.charCodeAt(at) >= FIRST_MARK && MARK.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

/** What single letters are compared as; there are at most as many as code units. */
const known = new Map<string, number[]>([['…', [DOT, DOT, DOT]]]);

function unitsOf(letter: string): number[] {
  const before = known.get(letter);
  if (before !== undefined) return before;
  const composed = letter.normalize('NFC');
  const units = Array.from({ length: composed.length }, (_, at) => composed.charCodeAt(at));
  const folded = units.map((unit) => FOLDED.get(unit) ?? unit);
  if (letter.length === 1) known.set(letter, folded);
  return folded;
}

/** Soft hyphens, places where a line may break, and signs that turn the direction of writing. */
function isUnseen(code: number): boolean {
  if (code < 0x600) return code === 0xad;
  if (code === 0x61c || code === 0x200b || code === 0x2060) return true;
  return code === 0x200e || code === 0x200f || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

/** The latest long text, whose words are asked for one after the other. */
let latest: { text: string; folded: Folded } | undefined;

function foldedOnce(text: string): Folded {
  if (latest?.text !== text) latest = { text, folded: fold(text) };
  return latest.folded;
}

function withoutOuterSpace(letters: number[]): number[] {
  return letters.slice(letters[0] === SPACE ? 1 : 0, letters.at(-1) === SPACE ? -1 : letters.length);
}

/** By Knuth, Morris and Pratt: no letter is asked twice, however often the words nearly stand there. */
function* placesAmong(letters: readonly number[], wanted: readonly number[]): Generator<number> {
  const back = fallbacksOf(wanted);
  let same = 0;
  for (let at = 0; at < letters.length; at += 1) {
    while (same > 0 && letters[at] !== wanted[same]) same = itemAt(back, same - 1);
    if (letters[at] === wanted[same]) same += 1;
    if (same < wanted.length) continue;
    yield at - same + 1;
    same = itemAt(back, same - 1);
  }
}

/** Of each beginning of the words, how long its longest end is that is a beginning, too. */
function fallbacksOf(wanted: readonly number[]): number[] {
  const back = [0];
  let same = 0;
  for (let at = 1; at < wanted.length; at += 1) {
    while (same > 0 && wanted[at] !== wanted[same]) same = itemAt(back, same - 1);
    if (wanted[at] === wanted[same]) same += 1;
    back.push(same);
  }
  return back;
}

/** Where the letters from here to there stand in the text; null where they cut one in two. */
function rangeOf({ starts, ends }: Folded, from: number, to: number): Range | null {
  if (starts[from] === starts[from - 1] || starts[to] === starts[to - 1]) return null;
  return { start: itemAt(starts, from), end: itemAt(ends, to - 1) };
}
