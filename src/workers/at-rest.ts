// A thread that nobody has asked anything for some seconds gives back what its last work left.
import { flushCompileCache } from 'node:module';
import { parentPort } from 'node:worker_threads';

/** Longer than from one piece of a work to the next, and from one page of somebody at work to the next. */
const REST_MILLISECONDS = 5_000;

/**
 * For the thread that calls it. The engine collects only when somebody makes more, and keeps the pages for later: a thread at
 * rest would hold thirty megabytes that a long text took, until it ends. So it does where the process has no collector to
 * call (scripts/preflight.cjs gives it to a server). Takes some 50 ms of a thread that has nothing else to do.
 */
export function collectAtRest(milliseconds = REST_MILLISECONDS): void {
  const { gc } = globalThis;
  if (parentPort === null || gc === undefined) return;
  const rest = setTimeout(() => {
    flushCompileCache();
    gc({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  }, milliseconds);
  rest.unref();
  parentPort.on('message', () => void rest.refresh());
}
