// A thread for the tests of the pool: gives back what it was given, or fails as asked.
import { parentPort, threadId } from 'node:worker_threads';
import { collectAtRest } from '#src/workers/at-rest.ts';

type Failing = 'hang' | 'loop' | 'exit' | 'memory' | 'throw';
type Given = { say: string } | { drop: string } | { which: 'thread' } | { fail: Failing };

let left: string[] = [];
let dropped: WeakRef<object> | undefined;

parentPort?.on('message', (given: Given | 'next') => {
  if (given !== 'next' && 'fail' in given) return fail(given.fail);
  if (given !== 'next') left = answerOf(given);
  const piece = left.shift();
  parentPort?.postMessage(piece === undefined ? { done: true } : { piece });
});
collectAtRest(20);

function answerOf(given: Exclude<Given, { fail: unknown }>): string[] {
  if ('which' in given) return [String(threadId)];
  return 'drop' in given ? [String(drop(given.drop))] : [...given.say];
}

/** Something that nobody keeps, or whether it has been collected. */
function drop(what: string): boolean {
  if (what === 'it') dropped = new WeakRef({});
  return dropped?.deref() === undefined;
}

function fail(way: Failing): void {
  if (way === 'throw') {
    parentPort?.postMessage({ fault: 'a mistake of the program' });
    return;
  }
  if (way === 'exit') process.exit(1);
  if (way === 'hang') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  const kept: unknown[] = [];
  while (true) if (way === 'memory') kept.push(new Array(10_000).fill(0.5));
}
