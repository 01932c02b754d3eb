// What figures count, folded: "fighters" and "armed fighters" are alike, per cent and people are not. Pure.
import { foldKey } from '#src/text-fields.ts';

/** What keeps figures apart on a scale: how many of something, a share, a sum in one currency, an hour, or one measure; with the
 * rate that it is counted at. */
export type Dimension = 'count' | 'share' | 'hour' | `sum ${string}` | `measure ${string}`;

const MEASURES: Record<string, string> = {
  kilometre: 'km',
  kilometer: 'km',
  km: 'km',
  metre: 'm',
  meter: 'm',
  centimetre: 'cm',
  mile: 'mile',
  foot: 'foot',
  feet: 'foot',
  tonne: 'tonne',
  ton: 'ton',
  kilogram: 'kg',
  kilo: 'kg',
  kg: 'kg',
  gram: 'g',
  pound: 'pound',
  litre: 'l',
  liter: 'l',
  barrel: 'barrel',
  hectare: 'ha',
  acre: 'acre',
  degree: 'degree',
  second: 'second',
  minute: 'minute',
  hour: 'hour',
  day: 'day',
  week: 'week',
  month: 'month',
  year: 'year',
};

const RATE =
  / (?:(?:per|por|par|pro|je) (\S.*)|(?:al|ao|a la|à la|im|am) (\S+)|(?:an?|each|every) (second|minute|hour|day|night|week|fortnight|month|quarter|season|year|decade|barrel|ounce|share|tonne|ton|lit(?:re|er)|gallon|kilo|kilogram|kg|pound|head|person|piece)|each|apiece)$/;

/** A unit without what it is counted against, and that: "$ per year" and "$ a year" are "$" by "year". */
function partedUnit(unit: string | null): { base: string; rate: string } {
  const words = foldKey(unit ?? '').replaceAll('’', "'");
  const found = RATE.exec(words);
  if (!found) return { base: words, rate: '' };
  return { base: words.slice(0, found.index), rate: found[1] ?? found[2] ?? found[3] ?? 'each' };
}

/** The key under which two units are the same: their last word, without its plural, and the rate. '' where there is none. */
export function foldUnit(unit: string | null): string {
  const { base, rate } = partedUnit(unit);
  const key = foldNoun(base);
  return rate === '' ? key : `${key} per ${rate}`;
}

function foldNoun(words: string): string {
  const last = words.split(' ').at(-1) ?? '';
  if (last.length < 4 || /(?:ss|us|is)$/.test(last)) return last;
  if (last.endsWith('ies')) return `${last.slice(0, -3)}y`;
  return last.replace(/s$/, '');
}

/** On which kind of scale a figure stands. */
export function dimensionOf(unit: string | null): Dimension {
  const { base, rate } = partedUnit(unit);
  const key = foldNoun(base);
  if (key === '%' || key === 'share' || key === 'percent') return 'share';
  if (key === "o'clock") return 'hour';
  const against = rate === '' ? '' : ` per ${rate}`;
  if (/^[$€£¥]$/.test(key)) return `sum ${key}${against}`;
  const measure = MEASURES[key];
  if (against !== '') return `measure ${measure ?? key}${against}`;
  return measure === undefined ? 'count' : `measure ${measure}`;
}

/** The figure's bounds on the scale of its dimension: a share in words ("a third") counts in per cent. */
export function onScale<Bounds extends { low: number | null; high: number | null; unit: string | null }>(
  figure: Bounds,
): { low: number | null; high: number | null } {
  const times = foldUnit(figure.unit) === 'share' ? 100 : 1;
  const scaled = (value: number | null) => (value === null ? null : value * times);
  return { low: scaled(figure.low), high: scaled(figure.high) };
}
