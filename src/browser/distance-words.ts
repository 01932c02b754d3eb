// How far off a moment is, in words. Pure: the browser's clock says the distance.

const MINUTE = 60_000;

/** "now", "in 50 min", "in 3 h", "in 2 days", "20 min ago". Rounded down, so that no time is promised that is not left. */
export function sayDistance(moment: number, now: number): string {
  const minutes = Math.floor(Math.abs(moment - now) / MINUTE);
  if (minutes < 1) return 'now';
  return moment > now ? `in ${inUnits(minutes)}` : `${inUnits(minutes)} ago`;
}

function inUnits(minutes: number): string {
  if (minutes < 90) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}
