// Has strangers' bytes read in the process of the tests: most are read sooner than one would start.
import { after, before, type TestContext } from 'node:test';
import { deserialize, serialize } from 'node:v8';
import { GaveUp } from '#src/errors.ts';
import { type ProcessReader, type Reading, setReading } from '#src/workers/run-in-process.ts';

/** For a file of tests about the process: its bounds, its end, what it may know. Said at the top or in a suite. */
export function readInProcesses(): void {
  before(() => setReading());
  after(() => setReading(readHere));
}

/** The same for one test. */
export function readInAProcess(t: TestContext): void {
  setReading();
  t.after(() => setReading(readHere));
}

/** For one test: whatever is read waits until the test says so, and is then read in its process. */
export function readWhenTold(t: TestContext): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  setReading(async (...asked) => {
    await promise;
    return await readHere(...asked);
  });
  t.after(() => {
    setReading(readHere);
    resolve();
  });
  return resolve;
}

/** What goes to and fro is copied as between two processes; what a reader throws is said as from one. */
const readHere: Reading = async (module, { bytes, ...said }, { signal }, gone) => {
  try {
    const { piecesOf } = (await import(module.href)) as ProcessReader;
    signal?.throwIfAborted();
    const pieces: unknown[] = [];
    for await (const piece of piecesOf({ ...deserialize(serialize(said)), bytes: Buffer.from(bytes) }))
      pieces.push(deserialize(serialize(piece)));
    signal?.throwIfAborted();
    return pieces;
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof RangeError) throw new GaveUp('died');
    throw new Error(String((error as Error)?.stack ?? error));
  } finally {
    gone();
  }
};

setReading(readHere);
