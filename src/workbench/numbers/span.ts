// The days of which a desk's numbers tell, on its own calendar, and the weeks, months or years in them. Pure.
import { dayEnd, isLocalDate, later, localOf, sayDate, utcOf } from '#src/dates.ts';

export const SPANS = { '30': 'Last 30 days', '90': 'Last 90 days', year: 'This year', all: 'All' } as const;
export type SpanName = keyof typeof SPANS;

export interface Span {
  /** Null for days that somebody chose. */
  name: SpanName | null;
  /** The first and the last day, as a field takes them; '' where nothing bounds it. */
  from: string;
  to: string;
  /** Moments (ISO 8601, UTC): from this one on, and before that one. */
  since: string;
  until: string;
  /** "1 to 29 November 2026". */
  said: string;
}

/** A week, month or year of the span, cut to it. */
export interface Period {
  from: string;
  to: string;
  since: string;
  until: string;
  /** Under its column. */
  label: string;
  /** In a table, whole. */
  said: string;
}

interface Clock {
  now: string;
  time_zone: string;
}

/** What the address asks for; the last 30 days where it asks for nothing, or for what is no day. */
export function spanIn(query: Record<string, unknown>, clock: Clock): Span {
  const [from, to] = [dayIn(query.from), dayIn(query.to)];
  if (from !== '' || to !== '') return ownSpan(from, to, clock);
  const asked = String(query.span ?? '');
  const name = Object.hasOwn(SPANS, asked) ? (asked as SpanName) : '30';
  const today = localOf(clock.now, clock.time_zone).slice(0, 10);
  const first = { '30': dayAfter(today, -29), '90': dayAfter(today, -89), year: `${today.slice(0, 4)}-01-01`, all: '' };
  return spanOf(name, { from: first[name], to: today }, clock.time_zone);
}

/** What stands in an address for it. */
export function askedBy({ name, from, to }: Span): Record<string, string> {
  return name === null ? { from, to } : { span: name };
}

function ownSpan(from: string, to: string, { now, time_zone }: Clock): Span {
  const last = to || localOf(now, time_zone).slice(0, 10);
  return spanOf(null, from > last ? { from: last, to: from } : { from, to: last }, time_zone);
}

function spanOf(name: SpanName | null, { from, to }: { from: string; to: string }, time_zone: string): Span {
  const since = from === '' ? '' : beginOf(from, time_zone);
  const said = from === '' ? `Everything to ${sayDate(to)}` : sayDays(from, to);
  return { name, from, to, since, until: beginOf(dayAfter(to, 1), time_zone), said };
}

function dayIn(asked: unknown): string {
  return typeof asked === 'string' && isLocalDate(asked) ? asked : '';
}

const WEEKS_UP_TO = 100;
const MONTHS_UP_TO = 1_100;

/** "week": what the periods of so many days are. */
export function unitOf({ from, to }: Pick<Span, 'from' | 'to'>): 'week' | 'month' | 'year' {
  const days = (Date.parse(to) - Date.parse(from)) / DAY;
  if (days <= WEEKS_UP_TO) return 'week';
  return days <= MONTHS_UP_TO ? 'month' : 'year';
}

/** The weeks from Monday on, months or years from the first day to the last. */
export function periodsOf({ from, to }: Pick<Span, 'from' | 'to'>, time_zone: string): Period[] {
  const unit = unitOf({ from, to });
  const periods: Period[] = [];
  for (let begin = from; begin <= to; ) {
    const next = nextOf(unit, begin);
    const end = dayAfter(next, -1) < to ? dayAfter(next, -1) : to;
    periods.push({
      ...{ from: begin, to: end, label: labelOf(unit, begin, periods.at(-1)?.from), said: sayDays(begin, end) },
      ...{ since: beginOf(begin, time_zone), until: beginOf(dayAfter(end, 1), time_zone) },
    });
    begin = next;
  }
  return periods;
}

const DAY = 86_400_000;

function nextOf(unit: 'week' | 'month' | 'year', day: string): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  if (unit === 'year') return `${year + 1}-01-01`;
  if (unit === 'month') return `${month === 12 ? year + 1 : year}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  const weekday = (new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7;
  return dayAfter(day, 7 - weekday);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The year stands with the first month that is of another one. */
function labelOf(unit: 'week' | 'month' | 'year', day: string, before: string | undefined): string {
  const [year, month] = [day.slice(0, 4), MONTHS[Number(day.slice(5, 7)) - 1] ?? ''];
  if (unit === 'year') return year;
  if (unit === 'week') return `${Number(day.slice(8))} ${month}`;
  return before === undefined || before.slice(0, 4) !== year ? `${month} ${year}` : month;
}

/** "1 to 29 November 2026", "30 October to 28 November 2026", "3 November 2026". */
function sayDays(from: string, to: string): string {
  if (from === to) return sayDate(from);
  const [first, last] = [sayDate(from).split(' '), sayDate(to)];
  const shared = from.slice(0, 7) === to.slice(0, 7) ? 1 : from.slice(0, 4) === to.slice(0, 4) ? 2 : 3;
  return `${first.slice(0, shared).join(' ')} to ${last}`;
}

function dayAfter(day: string, days: number): string {
  return later(`${day}T00:00Z`, days * DAY).slice(0, 10);
}

/** The moment when this day begins on the desk's clocks: right behind the last of the day before. */
function beginOf(day: string, time_zone: string): string {
  const noon = `${dayAfter(day, -1)}T12:00`;
  return later(dayEnd(utcOf(noon, time_zone) ?? `${noon}:00Z`, time_zone), 1);
}
