// The dates in cells of a table, in figures as spreadsheets and people write them. Pure.
import { cleanLine } from '#src/text-fields.ts';
import { partsOf, sayParts } from './reference-dates.ts';

export interface CellDate {
  /** As the card has it; a date in words stays in its words. */
  words: string;
  /** What a person has to know of it; '' where there is nothing. */
  remark: string;
}

/** A date that may be read in two ways is kept as it stands. */
export function dateOfCell(cell: string): CellDate {
  const words = cleanLine(cell);
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:.*)?$/.exec(words) ?? [];
  const dotted = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(words);
  const slashed = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4})$/.exec(words);
  if (year !== undefined) return said(partsOf(year, month, day), words);
  if (dotted !== null) return said(partsOf(dotted[3], dotted[2], dotted[1]), words);
  if (slashed !== null)
    return eitherWay(words, { first: slashed[1] ?? '', second: slashed[3] ?? '', year: slashed[4] });
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/.test(words)) return { words, remark: sayKept(words, TWO_WAYS) };
  return /^[2-5]\d{4}$/.test(words) ? { words, remark: sayKept(words, A_COUNT) } : { words, remark: '' };
}

const TWO_WAYS = 'may be read in two ways';
const A_COUNT = 'may be a date as spreadsheets count days';

function said(parts: ReturnType<typeof partsOf>, words: string): CellDate {
  if (parts !== null) return { words: sayParts(parts), remark: '' };
  return { words, remark: sayKept(words, 'is not a calendar date') };
}

/** Day or month first: only one of the two is a date of the calendar, or nobody knows. */
function eitherWay(
  words: string,
  { first, second, year }: { first: string; second: string; year: string | undefined },
) {
  const [one, other] = [partsOf(year, second, first), partsOf(year, first, second)];
  if (one !== null && other !== null && first !== second) return { words, remark: sayKept(words, TWO_WAYS) };
  return said(one ?? other, words);
}

function sayKept(words: string, why: string): string {
  return `“${words}” ${why}. It is kept as it is written.`;
}
