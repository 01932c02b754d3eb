// Widens ranges of a text to whole letters and whole ends of paragraphs. Pure.
import { lazily } from '#src/lazily.ts';
import type { Range } from '#src/reading/text/range.ts';

/** What parts two paragraphs. */
export const PARAGRAPH_END = '\n\n';

/** So far back is looked for where a letter begins; what is joined into one letter is never as long. */
const LOOKED_AT = 400;
const segmenter = lazily(() => new Intl.Segmenter('und', { granularity: 'grapheme' }));

/** The range with every letter that it touches whole: with its marks, both halves of an emoji, both ends of an empty line. */
export function widened(text: string, { start, end }: Range): Range {
  return { start: wholeAt(text, start).start, end: wholeAt(text, end).end };
}

/** What is not to be parted at this place; an empty range where it may be. */
function wholeAt(text: string, at: number): Range {
  if (at <= 0 || at >= text.length) return { start: at, end: at };
  if (text[at] === '\n' || text[at - 1] === '\n') return paragraphEndAt(text, at);
  const from = Math.max(text.lastIndexOf('\n', at - 1) + 1, at - LOOKED_AT);
  const found = segmenter()
    .segment(text.slice(from, at + LOOKED_AT))
    .containing(at - from);
  const start = from + (found?.index ?? at - from);
  return start === at ? { start: at, end: at } : { start, end: start + (found?.segment.length ?? 0) };
}

/** Of a row of line ends, two and two from the first on are the end of a paragraph. */
function paragraphEndAt(text: string, at: number): Range {
  let row = at;
  while (text[row - 1] === '\n') row -= 1;
  const is_within = (at - row) % 2 === 1 && text[at] === '\n';
  return is_within ? { start: at - 1, end: at + 1 } : { start: at, end: at };
}
