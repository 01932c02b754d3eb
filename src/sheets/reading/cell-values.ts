// Numbers of spreadsheets as people see them: dates of serial numbers, shares, yes and no. Pure.

const DAY = 86_400_000;
/** Day 0 of the two calendars. */
const EPOCH = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) };
/** Before this day Excel's calendar of 1900 counts a 29 February that never was. */
const FIRST_SURE = 61;

/** `elapsed`: a length of time, of which a day is 24 hours: 25:30. */
export type NumberKind = 'plain' | 'date' | 'time' | 'date_time' | 'elapsed' | 'share' | { digits: number };

/** A number as its cell shows it; `is_1904` for workbooks of old Macs. '' for what is no number. */
export function sayNumber(raw: string, kind: NumberKind, is_1904: boolean): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return '';
  // More digits than a number holds: they are what the file says, and nothing is rounded.
  if (/^\s*-?\d{16,}\s*$/.test(raw) && (kind === 'plain' || typeof kind === 'object')) return raw.trim();
  if (kind === 'share') return `${exact(value * 100)}%`;
  if (typeof kind === 'object') return Number.isInteger(value) ? padded(value, kind.digits) : exact(value);
  if (kind === 'plain') return exact(value);
  if (kind === 'elapsed') return value < 0 ? exact(value) : sayClock(Math.round(value * SECONDS));
  return sayMoment(value, kind, is_1904);
}

const SECONDS = 24 * 60 * 60;

/** 09:05, 25:30, and 00:04:33 where there are seconds. */
function sayClock(seconds: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const left = seconds % 60;
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
  return left === 0 ? clock : `${clock}:${two(left)}`;
}

/** Spreadsheets keep fifteen digits: 0.30000000000000004 is shown as 0.3. A whole number stays what it is. */
function exact(value: number): string {
  return String(Number.isSafeInteger(value) ? value : Number(value.toPrecision(15)));
}

function padded(value: number, digits: number): string {
  return `${value < 0 ? '-' : ''}${String(Math.abs(value)).padStart(digits, '0')}`;
}

/** An ISO date, a time of the day, or both; the number itself where it is no day that both calendars know. */
function sayMoment(value: number, kind: 'date' | 'time' | 'date_time', is_1904: boolean): string {
  // To the second: what is nearer to midnight is the next day's beginning.
  const seconds = Math.round(value * SECONDS);
  const clock = seconds % SECONDS;
  const time = sayClock(clock);
  if (kind === 'time' && value >= 0 && value < 1) return sayClock(seconds);
  if (value < (is_1904 ? 0 : FIRST_SURE) || value > 2_958_465) return exact(value);
  const day = new Date(EPOCH[is_1904 ? 1904 : 1900] + Math.floor(seconds / SECONDS) * DAY).toISOString().slice(0, 10);
  return kind === 'date_time' || clock > 0 ? `${day} ${time}` : day;
}

/** The formats that every workbook has without saying so. */
const BUILT_IN: Record<number, NumberKind> = {
  9: 'share',
  10: 'share',
  18: 'time',
  19: 'time',
  20: 'time',
  21: 'time',
  22: 'date_time',
  45: 'time',
  46: 'elapsed',
  47: 'time',
};

/** What a format of a workbook makes of a number; `code` is its pattern where it is one of the workbook's own. */
export function kindOfFormat(id: number, code: string | undefined): NumberKind {
  if (code === undefined) return BUILT_IN[id] ?? (isBuiltInDate(id) ? 'date' : 'plain');
  const bare = code
    .split(';', 1)[0]
    ?.replace(/"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/gi, '')
    .toLowerCase();
  if (bare === undefined || bare === 'general') return 'plain';
  if (/^0{2,}$/.test(bare)) return { digits: bare.length };
  if (bare.includes('%')) return 'share';
  if (/^\[(?:h+|m+|s+)\]/.test(bare)) return 'elapsed';
  if (/[#0?]/.test(bare) && !/[dy]/.test(bare)) return 'plain';
  const has_day = /[dy]|m{3,}/.test(bare) || (bare.includes('m') && !/[hs]/.test(bare));
  const has_time = /[hs]/.test(bare);
  if (has_day) return has_time ? 'date_time' : 'date';
  return has_time ? 'time' : 'plain';
}

function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}
