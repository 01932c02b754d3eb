// How much memory a process holds, and the system's bound on it.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** What a process may take beyond its bound before the system refuses it more: it is to be ended before that. */
const ROOM_MEGABYTES = 60;

/**
 * The most memory, in megabytes, that a process has held since its start; what it holds now where the system keeps no such
 * record; undefined where nobody knows, as on Windows, or where it has ended.
 */
export async function heldBy(pid: number): Promise<number | undefined> {
  try {
    if (process.platform === 'linux') return kilobytesIn(await readFile(`/proc/${pid}/status`, 'utf8'), 'VmHWM') / 1024;
    if (process.platform === 'win32') return undefined;
    return await heldNow(pid);
  } catch {
    return undefined;
  }
}

/** What a process holds at this moment, in megabytes, as `ps` says it: on every Unix, but a process of its own each time. */
export async function heldNow(pid: number): Promise<number> {
  const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(stdout) / 1024;
}

/** How often to look, in milliseconds: a look costs nothing on Linux, and a process elsewhere. */
export const LOOK_EVERY = process.platform === 'linux' ? 25 : 250;

let bare: Promise<number | undefined> | undefined;

/**
 * The bound of data, in kilobytes, under which a Node with these arguments can hold so many megabytes and a little more.
 * Undefined where the system keeps no such bound. Node reserves much that it never fills, how much differs from version to
 * version: a bare one is asked once.
 */
export async function dataBound(megabytes: number): Promise<number | undefined> {
  if (process.platform !== 'linux') return undefined;
  bare ??= dataOfBareNode().catch(() => undefined);
  const reserved = await bare;
  return reserved === undefined ? undefined : Math.round(reserved + (megabytes + ROOM_MEGABYTES) * 1024);
}

/** Beyond what it holds, as that counts in what `dataBound` allows already. */
async function dataOfBareNode(): Promise<number> {
  const program = "process.stdout.write(require('node:fs').readFileSync('/proc/self/status'))";
  const { stdout } = await run(process.execPath, ['--eval', program], { env: {} });
  return kilobytesIn(stdout, 'VmData') - kilobytesIn(stdout, 'RssAnon');
}

function kilobytesIn(status: string, name: string): number {
  const found = new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(status)?.[1];
  if (found === undefined) throw new Error(`The system does not say ${name} of a process.`);
  return Number(found);
}
