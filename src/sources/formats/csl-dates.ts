// The dates of CSL-JSON, in the many ways in which programs write them. Pure.
import { type DateParts, dateIn, partsOf, sayParts, undated } from './reference-dates.ts';

export interface Dated {
  issued: DateParts | null;
  /** In words, where it is no day of a calendar, or says more than one. */
  words: string;
  /** What a person has to know of it; '' where there is nothing. */
  remark: string;
  /** It says that there is no date. */
  is_empty: boolean;
}

const NONE: Dated = { issued: null, words: '', remark: '', is_empty: false };
const SEASONS = ['spring', 'summer', 'autumn', 'winter'];

type Item = Record<string, unknown>;

/** Never throws, and makes no date of what is none: JSON is no date. */
export function datedIn(value: unknown): Dated {
  if (value === undefined || value === null || value === '') return { ...NONE, is_empty: true };
  if (typeof value === 'string' || typeof value === 'number') return datedByWords(String(value));
  if (Array.isArray(value)) return value.length === 0 ? { ...NONE, is_empty: true } : datedIn(partsFrom(value));
  if (typeof value !== 'object') return NONE;
  const item = value as Item;
  const words = text(item.literal) || text(item.raw);
  if (words !== '') return datedByWords(words);
  const parts = item['date-parts'] ?? partsFrom([item])['date-parts'];
  return Array.isArray(parts) ? datedByParts(parts, item) : NONE;
}

/** pandoc has a list of objects with year, month and day. */
function partsFrom(list: unknown[]): Item {
  const parts = list
    .filter((one): one is Item => typeof one === 'object' && one !== null && 'year' in one)
    .map(({ year, month, day }) => [year, month, day].filter((part) => part !== undefined));
  return parts.length === 0 ? {} : { 'date-parts': parts };
}

function datedByParts(parts: unknown[], item: Item): Dated {
  const [first, end] = parts.map((one) => (Array.isArray(one) ? one.map((part) => text(part)).filter(Boolean) : []));
  if (first === undefined || first.length === 0) return { ...NONE, is_empty: true };
  const [year = '', month, day] = first;
  const season =
    Number(text(item.season)) ||
    (first.length === 2 && Number(month) >= 13 && Number(month) <= 16 ? Number(month) - 12 : 0);
  const named = SEASONS[season - 1];
  if (named !== undefined) return { ...NONE, words: `${named} ${year}` };
  if (/^-\d+$/.test(year)) return { ...NONE, words: `${year.slice(1)} BC` };
  if (first.length === 1 && !/^\d{1,4}$/.test(year)) return datedByWords(year);
  const issued = partsOf(year.padStart(4, '0'), month, day);
  if (issued === null)
    return {
      ...NONE,
      words: first.join('-'),
      remark: undated(first.join('-'), { line: 0, field: '' }).message,
    };
  const isCirca = item.circa !== undefined && item.circa !== false && text(item.circa) !== '0';
  if (isCirca) return { ...NONE, words: `circa ${first.join('-')}` };
  if (end !== undefined && end.length > 0)
    return { ...NONE, issued, remark: `it ends on ${sayEnd(end)}; the first day was used.` };
  return { ...NONE, issued };
}

function sayEnd(end: string[]): string {
  const [year = '', month, day] = end;
  const parts = partsOf(year.padStart(4, '0'), month, day);
  return parts === null ? end.join('-') : sayParts(parts);
}

/** A day in words; a time behind it is cut. What is no day stays as it stands. */
function datedByWords(words: string): Dated {
  const issued = dateIn(words.replace(/^(\d{4}-\d\d-\d\d)T.*$/, '$1').trim());
  return issued === null ? { ...NONE, words } : { ...NONE, issued };
}

function text(value: unknown): string {
  if (value === true) return 'true';
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}
