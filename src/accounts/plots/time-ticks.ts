// Where the times of an axis are said: full minutes, hours, days, weeks, months or years. Pure.

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTH = 30 * DAY;
const YEAR = 365 * DAY;
/** The first Monday of the clock's count. */
const MONDAY = 4 * DAY;

interface Step {
  /** About how long, in milliseconds. */
  length: number;
  /** What is counted in it, where it is no fixed stretch of time. */
  months?: number;
}

const STEPS: Step[] = [
  ...[SECOND, 5 * SECOND, 15 * SECOND, 30 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE],
  ...[HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY],
].map((length): Step => ({ length }));
const CALENDAR: Step[] = [
  { length: MONTH, months: 1 },
  { length: 3 * MONTH, months: 3 },
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((years) => ({ length: years * YEAR, months: 12 * years })),
];

/** The moments to be said between two, in milliseconds, about `count` of them, on clocks of UTC. */
export function timeTicks(first: number, last: number, count: number): number[] {
  const target = (last - first) / count;
  const farness = ({ length }: Step) => Math.abs(Math.log(length / target));
  const step = [...STEPS, ...CALENDAR].reduce((best, one) => (farness(one) < farness(best) ? one : best));
  const ticks: number[] = [];
  for (let at = startOf(step, first); at <= last; at = nextAfter(step, at)) if (at >= first) ticks.push(at);
  return ticks;
}

/** The last step at or before a moment. */
function startOf({ length, months }: Step, moment: number): number {
  if (months === undefined) {
    const from = length % (7 * DAY) === 0 ? MONDAY : 0;
    return Math.floor((moment - from) / length) * length + from;
  }
  const time = new Date(moment);
  const month = time.getUTCFullYear() * 12 + time.getUTCMonth();
  return monthAt(Math.floor(month / months) * months);
}

function nextAfter({ length, months }: Step, moment: number): number {
  if (months === undefined) return moment + length;
  const time = new Date(moment);
  return monthAt(time.getUTCFullYear() * 12 + time.getUTCMonth() + months);
}

/** The first moment of a month, counted from the year nothing. */
function monthAt(month: number): number {
  const time = new Date(0);
  time.setUTCFullYear(Math.floor(month / 12), ((month % 12) + 12) % 12, 1);
  return time.getTime();
}
