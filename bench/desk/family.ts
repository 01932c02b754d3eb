// What a server's processes have used of the processor together, as Linux counts it.
import { readdirSync, readFileSync } from 'node:fs';

const MILLISECONDS_A_TICK = 10;
/** Behind the name in brackets of /proc/PID/stat: parent, own time, time of children that have ended. */
const PARENT = 1;
const OWN = [11, 12];
const ENDED = [13, 14];

/** Milliseconds of a process, of those of its children that live, and of those that have ended; 0 where there is no /proc. */
export function processorOfFamily(pid: number | undefined): number {
  const parent = pid === undefined ? undefined : statOf(String(pid));
  if (pid === undefined || parent === undefined) return 0;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(name) ?? [])
    .filter((stat) => stat[PARENT] === pid);
  return sum(parent, [...OWN, ...ENDED]) + children.reduce((ticks, stat) => ticks + sum(stat, OWN), 0);
}

function sum(stat: readonly number[], fields: readonly number[]): number {
  return fields.reduce((ticks, field) => ticks + (stat[field] ?? 0), 0) * MILLISECONDS_A_TICK;
}

/** The numbers behind the name; a process may end while it is looked at. */
function statOf(pid: string): number[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
  } catch {
    return undefined;
  }
}
