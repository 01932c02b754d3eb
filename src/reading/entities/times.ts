// Statements of time in a text: dates, clock times, relative times and spans.
import { lexiconOf } from '../lexicons/lexicons.ts';
import type { Range } from '../text/range.ts';
import type { Time } from './time.ts';
import { formAt, mayOpen } from './time-forms.ts';
import { timesAbroad } from './times-abroad.ts';
import { countsThings } from './year-or-count.ts';

export type { Time } from './time.ts';

const WORD = /(?<![$£€.,]|\d:|\d:\d)[\p{L}\p{N}]+/gu;

/** Words that also mean something else; a month is written large: "under 10 may not enter", "50 march through the town". */
const NO_TIME = /^(?:fall|spring|second|quarter|(?:\d{1,2} )?(?:may|march|mar))$/;

/** Every statement of time in the range, in order, none overlapping another. */
export function timesOf(text: string, range: Range, language?: string): Time[] {
  const lexicon = lexiconOf(language);
  if (lexicon) return timesAbroad(text, range, lexicon);
  const times: Time[] = [];
  const piece = text.slice(range.start, range.end);
  const words = inSmall(piece);
  WORD.lastIndex = 0;
  for (let word = WORD.exec(words); word; word = WORD.exec(words)) {
    if (!mayOpen(words, { word: word[0], at: word.index })) continue;
    const found = formAt(words, { word: word[0], at: word.index });
    if (!found) continue;
    const { kind, end } = found;
    const printed = piece.slice(word.index, end);
    if (NO_TIME.test(printed)) continue;
    if (/^\d{4}$/.test(printed) && countsThings(piece, word.index)) continue;
    times.push({ start: range.start + word.index, end: range.start + end, kind });
    WORD.lastIndex = end;
  }
  return times;
}

/** The words in small letters, each letter in its place. */
function inSmall(words: string): string {
  const all = words.toLowerCase();
  if (all.length === words.length) return all;
  return words.replace(/\p{Lu}/gu, (letter) =>
    letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
  );
}
