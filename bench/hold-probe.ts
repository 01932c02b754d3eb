// How long the event loop was held at most, written to HOLD_FILE at SIGUSR2, for bench/held.ts.
import { renameSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const EVERY_MILLISECONDS = 2;

if (isMainThread && process.argv[1]?.endsWith('main.ts') && process.env.HOLD_FILE) watch(process.env.HOLD_FILE);

/**
 * Between two turns of a timer: the time that went by, and what the processor spent on this very thread. Where other programs
 * take the processor, only the second tells what the desk did.
 */
function watch(file: string): void {
  let most = { wall: 0, thread: 0 };
  let before = { wall: performance.now(), thread: spent() };
  setInterval(() => {
    const now = { wall: performance.now(), thread: spent() };
    most = {
      wall: Math.max(most.wall, now.wall - before.wall - EVERY_MILLISECONDS),
      thread: Math.max(most.thread, now.thread - before.thread),
    };
    before = now;
  }, EVERY_MILLISECONDS).unref();
  process.on('SIGUSR2', () => {
    writeFileSync(`${file}.new`, JSON.stringify(most));
    renameSync(`${file}.new`, file);
    most = { wall: 0, thread: 0 };
  });
}

function spent(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
