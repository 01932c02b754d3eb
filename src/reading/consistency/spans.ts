// Spans of time that are not those between their ends: "from 2004 to 2010, eight years in all". Pure.
import { itemAt } from '#src/item-at.ts';
import { type Finding, within } from './finding.ts';
import { type Moment, type Moments, type Span, yearsBetween } from './moments.ts';
import { shown } from './sums.ts';

const DAY = 86_400_000;
const D = String.raw`\{d(?<D>\d+)\}`;
const T = String.raw`\{t(?<t>\d+)\}`;
const ends = (sign: string) =>
  `(?:from|between|\\bon|\\bin)? ?(?:the )?\\{${sign}(?<one>\\d+)\\} ?(?:to|until|till|through|and|[-–—]) ?(?:the )?\\{${sign}(?<other>\\d+)\\}`;
const LATER = '(?:later|afterwards?|on)\\b';
const d = (name: string) => D.replace('<D>', `<${name}>`);

type Rule = { pattern: RegExp; is_between: boolean; is_hours?: true };

/** Whether the span is one from the first to the last day, both counted, or from the one to the other. */
const RULES: Rule[] = [
  {
    pattern: /x/,
    words: `${ends('d')}(?:,| [-–—]| \\(|,? or|,? for|,? lasting)? ?(?:or |an? [\\p{L}]+ of |that is |which is |some |exactly )?${T}(?: (?:in all|altogether|in total|long|in office|of)|[.,;)]|$)`,
    is_between: true,
  },
  {
    pattern: /x/,
    words: `${ends('d')},?(?: [\\p{L}]+){0,3} (?:last(?:s|ed|ing)|went on for|ran for|continued for|served for|served|took|for) ${T}`,
    is_between: true,
  },
  {
    pattern: /x/,
    words: `(?<!every |each |past |last |next )${T}(?: [\\p{L}’'-]+){0,3},? (?:lasting |running )?(?:from|between) \\{d(?<one>\\d+)\\} ?(?:to|until|till|through|and) ?\\{d(?<other>\\d+)\\}`,
    is_between: true,
  },
  {
    pattern: /x/,
    words: `${d('one')}[^{}.;]{1,80}?${d('other')}[^{}.;]{0,30}?,? (?:exactly |just |after |only |some )?${T} ${LATER}`,
    is_between: false,
  },
  {
    pattern: /x/,
    words: `${d('one')}[^{}.;]{1,60}? and,? ${T} ${LATER},? (?:in |on )${d('other')}`,
    is_between: false,
  },
  {
    pattern: /x/,
    words: `${d('other')}[^{}.;,]{0,30}?,? ${T} after [^{}.;,]{1,35}? (?:in|on) ${d('one')}`,
    is_between: false,
  },
  {
    pattern: /x/,
    words: `${d('one')}[^{}.;]{1,50}?(?:ended|closed|finished|over|freed|released)[^{}.;]{0,12}${d('other')},? after ${T}`,
    is_between: true,
  },
  {
    pattern: /x/,
    words: `(?<!every |each )${T} after (?:the |his |her |its |their )?${d('one')}[^{}.;]{1,60}?${d('other')}`,
    is_between: false,
  },
  {
    pattern: /x/,
    words: `${d('other')}[^{}.;]{0,20}? after ${T},?[^{}.;]{0,20} (?:opened|begun|started|founded|built|elected|launched|since)[^{}.;]{0,15} ?(?:in |on )?${d('one')}`,
    is_between: false,
  },
  {
    pattern: /x/,
    words: `\\{o(?<one>\\d+)\\}[^{}.;]{1,50}?\\{o(?<other>\\d+)\\},? ${T} ${LATER}`,
    is_between: true,
    is_hours: true,
  },
  {
    pattern: /x/,
    words: `${ends('o')}(?:,| [-–—]| \\()? ?(?:or |a total of |for |lasting )?${T}`,
    is_between: true,
    is_hours: true,
  },
].map(({ words, ...rule }) => ({ ...rule, pattern: new RegExp(words, 'u') }) as Rule);

/** The finding of one sentence, of several patterns that fit the first. */
export function spanFindings(moments: Moments): Finding[] {
  for (const { pattern, is_between, is_hours } of RULES) {
    const groups = pattern.exec(moments.words)?.groups;
    if (!groups) continue;
    const points = is_hours ? moments.hours : moments.dates;
    const [from, to] = [itemAt(points, Number(groups.one)), itemAt(points, Number(groups.other))];
    const span = itemAt(moments.spans, Number(groups.t));
    if (to.to < from.from) continue;
    const is = is_hours ? hoursBetween(from, to, span) : lengthOf({ from, to, span, is_between });
    if (is === null) return [];
    const places = [span, from, to].map(({ start, end }) => ({ start, end }));
    return [within('date', places, `From ${from.printed} to ${to.printed} are ${is}, not ${span.printed}.`)];
  }
  return [];
}

const NTH =
  /\{d(\d+)\}[^{}.;]{0,60}? (\d{1,3})(?:st|nd|rd|th) (?:anniversary|birthday|year)\b[^{}.;]{0,25}? (?:in|on) \{d(\d+)\}/;

/** "Founded in 1961, the club marked its 50th anniversary in 2011". */
export function anniversaryFindings({ words, dates }: Moments): Finding[] {
  const found = NTH.exec(words);
  const [from, to] = [dates[Number(found?.[1])], dates[Number(found?.[3])]];
  if (!found || !from || !to) return [];
  const [is, said] = [yearOf(to) - yearOf(from), Number(found[2])];
  // The first year of something ends with its first anniversary.
  if (is === said || is === said - 1 || is <= 0) return [];
  const places = [to, from].map(({ start, end }) => ({ start, end }));
  return [within('date', places, `From ${from.printed} to ${to.printed} are ${is} years, not ${said}.`)];
}

function hoursBetween(from: Moment, to: Moment, { unit, low }: Span): string | null {
  const minutes = to.from - from.from;
  const is = unit === 'hour' ? minutes / 60 : minutes;
  if (!/^(?:hour|minute)$/.test(unit) || minutes <= 0 || Math.abs(is - low) < 0.26) return null;
  return `${shown(is)} ${unit}s`;
}

type Between = { from: Moment; to: Moment; span: Span; is_between: boolean };

/** How long it is; null where the span fits, or cannot be told. */
function lengthOf(between: Between): string | null {
  const { from, to, span } = between;
  if (/^(?:year|decade|century)$/.test(span.unit)) return yearsOf(between);
  if (from.is_whole_year || to.is_whole_year) return null;
  return span.unit === 'day' ? wholeDaysOf(between) : weeksOrMonthsOf(between);
}

function yearsOf({ from, to, span: { low, unit }, is_between }: Between): string | null {
  const wanted = low * (unit === 'year' ? 1 : unit === 'decade' ? 10 : 100);
  const years = from.is_whole_year || to.is_whole_year ? yearOf(to) - yearOf(from) : yearsBetween(from.from, to.to);
  const [least, most] = roomOf(from, to, { years, is_between, is_round: unit !== 'year' });
  return wanted >= least && wanted <= most ? null : `${shown(years)} years`;
}

function isWholeDay({ from, to }: Moment): boolean {
  return to - from < DAY;
}

/** With both ends, or without. */
function wholeDaysOf({ from, to, span: { low }, is_between }: Between): string | null {
  const days = (to.from - from.from) / DAY;
  if (!isWholeDay(from) || !isWholeDay(to)) return null;
  return low === days || (is_between && Math.abs(low - days) === 1) ? null : `${shown(days)} days`;
}

function weeksOrMonthsOf({ from, to, span: { low, unit } }: Between): string | null {
  if (unit !== 'week' && unit !== 'month') return null;
  const days = (to.from - from.from) / DAY;
  const is = unit === 'week' ? days / 7 : days / 30.44;
  const room = (unit === 'week' ? 0.6 : 1.05) * (isWholeDay(from) && isWholeDay(to) ? 0.75 : 1);
  return Math.abs(is - low) <= room ? null : `${shown(Math.round(is * 2) / 2)} ${unit}s`;
}

function yearOf({ from }: Moment): number {
  return new Date(from).getUTCFullYear();
}

/** Both years may count; "later" may be a year less, where no day is told. */
function roomOf(
  from: Moment,
  to: Moment,
  { years, is_between, is_round }: { years: number; is_between: boolean; is_round: boolean },
): [number, number] {
  if (is_round) return [years * 0.85 - 1, years * 1.15 + 1];
  if (!from.is_whole_year && !to.is_whole_year) return [years, years + 1];
  return is_between ? [years, years + 1] : [years - 1, years];
}
