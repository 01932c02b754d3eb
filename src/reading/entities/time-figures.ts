// What a time counts that no number in it says: "5.30pm", "half past four", "year-long". Pure.
import { overlaps, type Range } from '../text/range.ts';
import type { Figure } from './figure.ts';
import { UNITS } from './number-words.ts';
import type { Time } from './time.ts';

/** The figure of a time, if it has one and none of the others stands in it. */
export function timeFigure(text: string, time: Time, figures: readonly Figure[]): Figure[] {
  if (time.kind === 'clock') return clockFigure(text, time);
  if (time.kind === 'date' || figures.some((figure) => overlaps(figure, time))) return [];
  const printed = text.slice(time.start, time.end);
  const long = /^(?:an? |one )?(\p{L}+)-long$/iu.exec(printed)?.[1];
  // "In the coming weeks" names no number.
  const past = /^(?:over|in|during|for|within) the (?:past|last|next|coming) (\p{L}+(?<!s))$/iu.exec(printed)?.[1];
  const unit = long ?? past;
  if (unit === undefined) return [];
  const { start, end } = time;
  return [{ start, end, value: printed, low: 1, high: 1, comparator: long ? '=' : '~', unit: unit.toLowerCase() }];
}

/** "5.30pm", "1730 GMT", "a quarter to nine" as hours of the day: 17.5. */
function clockFigure(text: string, { start, end }: Range): Figure[] {
  const value = text.slice(start, end);
  const hour = spokenHour(value.toLowerCase()) ?? printedHour(value);
  return hour === null ? [] : [{ start, end, value, low: hour, high: hour, comparator: '=', unit: "o'clock" }];
}

function printedHour(value: string): number | null {
  const parts = /(\d{1,2})(?:[:.]?(\d{2}))?(?: ?([ap])\.?m)?/i.exec(value);
  if (!parts) return null;
  const half = parts[3]?.toLowerCase();
  return (Number(parts[1]) % (half ? 12 : 24)) + (half === 'p' ? 12 : 0) + Number(parts[2] ?? 0) / 60;
}

/** "Half past four" is 4.5, "ten to six" five minutes and fifty past five; before noon or after it, nobody said. */
function spokenHour(value: string): number | null {
  const parts = /(?:(half|quarter|[\p{L}-]+) (past|to) )?([\p{L}\d]+)(?: o['’]clock)?$/u.exec(value);
  const [, minutes, way, at = ''] = parts ?? [];
  const hour = numberOf(at);
  if (hour === null || hour > 12 || (way === undefined && !/clock$/.test(value))) return null;
  if (way === undefined) return hour;
  const after = minutes === 'half' ? 30 : minutes === 'quarter' ? 15 : numberOf(minutes ?? '');
  return after === null ? null : (way === 'past' ? hour : hour - 1) + (way === 'past' ? after : 60 - after) / 60;
}

function numberOf(word: string): number | null {
  if (/^\d{1,2}$/.test(word)) return Number(word);
  const [tens = '', ones = ''] = word.split('-');
  const first = UNITS.get(tens);
  return first === undefined ? null : first + (UNITS.get(ones) ?? 0);
}
