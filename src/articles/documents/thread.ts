// Threads for work that may take long or never end: bounded in time and memory, and no more of them at once than the desk bears.
import { type Transferable, Worker } from 'node:worker_threads';

const LIMIT_MILLISECONDS = 10_000;
const MEMORY = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };
/** More threads at once would starve the desk of memory; the next one waits. */
const MOST_AT_ONCE = 2;

/** The thread took too long or too much memory, and was ended. Nothing is lost with it. */
export class GaveUp extends Error {
  override name = 'GaveUp';
}

export interface ThreadGiven {
  data: object;
  /** What of the data goes over to the thread instead of being copied. */
  transfer?: Transferable[];
  milliseconds?: number | undefined;
}

/** The one message that the module posts, started in a thread of its own with `data`. Throws GaveUp, or what the thread threw. */
export async function inThread<Answer>(module: URL, given: ThreadGiven): Promise<Answer> {
  const { data, transfer = [], milliseconds = LIMIT_MILLISECONDS } = given;
  const leave = await takeTurn();
  let worker: Worker | undefined;
  let tooLong: NodeJS.Timeout | undefined;
  try {
    worker = new Worker(module, { workerData: data, transferList: transfer, resourceLimits: MEMORY });
    tooLong = setTimeout(() => worker?.terminate(), milliseconds);
    return await answerOf(worker);
  } finally {
    clearTimeout(tooLong);
    leave();
    await worker?.terminate();
  }
}

function answerOf<Answer>(worker: Worker): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', (error) => {
      const isMemory = (error as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(isMemory ? new GaveUp() : error);
    });
    worker.once('exit', () => reject(new GaveUp()));
  });
}

let running = 0;
const queue: (() => void)[] = [];

async function takeTurn(): Promise<() => void> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => queue.push(resolve));
  else running += 1;
  return () => {
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  };
}
