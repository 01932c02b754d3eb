// The hour in words, with the zone it is said in: "3.40pm", "1540 hrs", "noon", "15:40 UTC". Pure.

export interface ClockFound {
  /** "15:40"; "24:00" for the end of the day. */
  time: string;
  /** The zone by its IANA name where one was said; null for the desk's own. */
  zone: string | null;
  /** Milliseconds by which the zone that was said is ahead of it. */
  shift: number;
  /** The words without the hour. */
  rest: string;
}

const HOUR = 3_600_000;

/** Hours ahead of UTC. What several countries mean by one name (CST, IST) is not among them. */
const ZONES: Record<string, number> = {
  utc: 0,
  gmt: 0,
  cet: 1,
  cest: 2,
  eet: 2,
  eest: 3,
  bst: 1,
  edt: -4,
  est: -5,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
};

const DIGITS = /(?<![\p{L}\p{N}./-])(\d{1,2})[:.h](\d\d)(?![./-]?\d)(?::\d\d)? ?([ap])?\.?(?:m\b\.?)?/u;
const HALF_DAY = /(?<![\p{L}\p{N}./-])(\d{1,2}) ?([ap])\.?m\b\.?/u;
const MILITARY = /(?<![\p{L}\p{N}./-])([01]\d|2[0-3])([0-5]\d)(?= ?(?:hrs|hours|h|utc|gmt)\b)/u;
const NAMED = /\b(noon|midday|midnight)\b/u;
const ZONE = /^ ?(?:hrs|hours|h)?\b ?\(?(utc|gmt|cest|cet|eest|eet|bst|edt|est|cdt|cst|mst|mdt|pst|pdt|ist)?\b\)?/u;

/** The hour in words that are small letters already. Null where there is none, or two, or its zone may be several. */
export function clockIn(text: string): ClockFound | null {
  const found = timeIn(text);
  if (found === null || timeIn(text.slice(found.end)) !== null) return null;
  const after = text.slice(found.end);
  const zone = ZONE.exec(after)?.[1];
  const rest = `${text.slice(0, found.start)} ${after.slice(ZONE.exec(after)?.[0].length ?? 0)}`;
  if (zone === undefined) return { time: found.time, zone: null, shift: 0, rest };
  const ahead = ZONES[zone];
  return ahead === undefined ? null : { time: found.time, zone: 'UTC', shift: ahead * HOUR, rest };
}

function timeIn(text: string): { time: string; start: number; end: number } | null {
  const named = NAMED.exec(text);
  if (named !== null) return placed(named, named[1] === 'midnight' ? '24:00' : '12:00');
  const half_day = HALF_DAY.exec(text);
  const digits = DIGITS.exec(text);
  if (digits !== null && (half_day === null || digits.index <= half_day.index)) {
    const time = timeOf(Number(digits[1]), Number(digits[2]), digits[3]);
    return time === null ? null : placed(digits, time);
  }
  if (half_day !== null) {
    const time = timeOf(Number(half_day[1]), 0, half_day[2]);
    return time === null ? null : placed(half_day, time);
  }
  const military = MILITARY.exec(text);
  return military === null ? null : placed(military, `${military[1]}:${military[2]}`);
}

function placed(match: RegExpExecArray, time: string): { time: string; start: number; end: number } {
  return { time, start: match.index, end: match.index + match[0].length };
}

function timeOf(hour: number, minute: number, half: string | undefined): string | null {
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null;
  if (half !== undefined && (hour < 1 || hour > 12)) return null;
  const whole = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  return `${String(whole).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
