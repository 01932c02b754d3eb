// How far the clocks of a time zone are from UTC at a moment. Pure.

/** An hour within which a zone keeps its distance from UTC is remembered with it: a list says hundreds of times. */
const STRETCH = 3_600_000;
const MOST_STRETCHES = 2_000;
const distances = new Map<string, number>();

/** The zone's distance from UTC, in milliseconds, at this moment; east is positive. */
export function offsetAt(moment: number, zone: string): number {
  const stretch = Math.floor(moment / STRETCH);
  const key = `${stretch} ${zone}`;
  const known = distances.get(key);
  if (known !== undefined) return known;
  const distance = distanceAt(moment, zone);
  // Where a clock is changed within the hour, each moment of it is asked for by itself.
  const ends = [stretch * STRETCH, (stretch + 1) * STRETCH - 1];
  if (!ends.every((end) => distanceAt(end, zone) === distance)) return distance;
  if (distances.size >= MOST_STRETCHES) distances.clear();
  distances.set(key, distance);
  return distance;
}

function distanceAt(moment: number, zone: string): number {
  const parts: Record<string, string> = {};
  for (const { type, value } of clockOf(zone).formatToParts(moment)) parts[type] = value;
  const { year, month, day, hour, minute, second } = parts;
  const shown = Date.parse(`${year?.padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return shown - Math.floor(moment / 1000) * 1000;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone);
  if (!clock) {
    const two = '2-digit' as const;
    const parts = { year: 'numeric', month: two, day: two, hour: two, minute: two, second: two } as const;
    clock = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', calendar: 'gregory', ...parts });
    clocks.set(zone, clock);
  }
  return clock;
}
