// A thread for the tests of the pool: gives back what it was given, or fails as asked.
import { parentPort } from 'node:worker_threads';

type Given = { say: string } | { fail: 'loop' | 'exit' | 'memory' | 'throw' };

let left: string[] = [];

parentPort?.on('message', (given: Given | 'next') => {
  if (given !== 'next' && 'fail' in given) return fail(given.fail);
  if (given !== 'next') left = [...given.say];
  const piece = left.shift();
  parentPort?.postMessage(piece === undefined ? { done: true } : { piece });
});

function fail(way: string): void {
  if (way === 'throw') {
    parentPort?.postMessage({ fault: 'a mistake of the program' });
    return;
  }
  if (way === 'exit') process.exit(1);
  const kept: unknown[] = [];
  while (true) if (way === 'memory') kept.push(Array.from({ length: 1000 }, (_, at) => ({ at })));
}
