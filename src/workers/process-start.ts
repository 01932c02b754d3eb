// Starts the processes in which strangers' bytes are read, bounded and without our environment.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dataBound } from './resident.ts';

const ENTRY = fileURLToPath(new URL('./process-entry.ts', import.meta.url));
/** Among the packages, where only whoever installed them writes: so the next process starts in half the time. */
const COMPILED = fileURLToPath(new URL('../../node_modules/.cache/claimdesk/readers', import.meta.url));
/** Nor does it ask the disk for what its imports say. */
const QUICK_IMPORTS = fileURLToPath(new URL('../../scripts/quick-imports.cjs', import.meta.url));
const SHELL = '/bin/sh';
/**
 * Seconds of work, kilobytes of data, then the command. A bound that cannot be set is left: the desk itself looks on. No
 * image of a dead process is written, and where the whole machine runs out of memory this process goes, not the desk.
 */
const BOUNDED =
  'ulimit -c 0; ulimit -t "$1" || :; [ "$2" = 0 ] || ulimit -d "$2" || :; { echo 1000 > /proc/self/oom_score_adj; } 2>/dev/null || :; shift 2; exec "$@"';
/** The numbers of the child's pipes: what it is given comes at 0, its errors go to 2, its answer to 3. */
export const ANSWERS = 3;

const running = new Set<ChildProcess>();
// However the desk ends, as long as it can say so, nothing goes on working for it.
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

export interface Bounds {
  milliseconds: number;
  megabytes: number;
}

/** The engine's own heap is a part of it all: told that it is small, it tidies up before it grows. */
function heapFor(megabytes: number): string[] {
  return [`--max-old-space-size=${Math.round(megabytes * 0.6)}`, '--max-semi-space-size=4'];
}

/** Starts a process for the reader in this module. Whoever starts it also ends it. */
export async function startProcess(module: URL, { milliseconds, megabytes }: Bounds): Promise<ChildProcess> {
  const node = [
    process.execPath,
    '--disable-warning=ExperimentalWarning',
    ...heapFor(megabytes),
    ...['--require', QUICK_IMPORTS],
    ENTRY,
    module.href,
    String(megabytes),
  ];
  // Work is counted for each processor at once. Should the desk itself be killed, this ends what never ends by itself.
  const seconds = Math.ceil(milliseconds / 1000) * 2 + 5;
  const [command = '', ...words] = existsSync(SHELL)
    ? [SHELL, '-c', BOUNDED, 'sh', String(seconds), String((await dataBound(megabytes)) ?? 0), ...node]
    : node;
  const child = spawn(command, words, {
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    // Neither secrets nor addresses of the desk; but Windows starts nothing without its own.
    ...(process.platform === 'win32' ? {} : { env: { NODE_COMPILE_CACHE: COMPILED } }),
    windowsHide: true,
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}
