// Threads beside the desk: a few at most, given up where one takes too long, replaced where one dies.
import { type Transferable, Worker } from 'node:worker_threads';
import { GaveUp } from '#src/errors.ts';
import { needed } from '#src/item-at.ts';

/** What a thread answers to work, and again to `next`, until it says `done`. */
export type ThreadAnswer = { piece: unknown } | { done: true } | { fault: string };

export interface ThreadLimits {
  /** So many threads at once; what is asked for besides waits. */
  most: number;
  /** So long may one work take. */
  milliseconds: number;
  /** So much may it keep in mind. */
  megabytes: number;
}

interface Work {
  given: object;
  transfer: readonly Transferable[];
  resolve: (pieces: unknown[]) => void;
  reject: (error: unknown) => void;
}

/** Has the module of a pool do what is given, and gives back the pieces. */
export type Threading = (entry: URL, given: object) => Promise<unknown[]>;

let elsewhere: Threading | undefined;

/** Another place for the work of threads, for tests of what comes of it and not of where; without one it is threads again. */
export function setThreading(other?: Threading): void {
  elsewhere = other;
}

/** A thread without work is ended after so long, so that its memory comes back to the desk: sooner where there is another. */
const IDLE_MILLISECONDS = { beside_another: 10_000, alone: 60_000 };

export class ThreadPool {
  readonly #entry: URL;
  readonly #limits: ThreadLimits;
  readonly #threads = new Set<Worker>();
  readonly #idle = new Map<Worker, NodeJS.Timeout>();
  readonly #queue: Work[] = [];

  /** `entry` is the module that the threads run. */
  constructor(entry: URL, limits: ThreadLimits) {
    this.#entry = entry;
    this.#limits = limits;
  }

  /**
   * Has work done and gives back its result, in the pieces in which the thread handed it over: one by one, since each is
   * unpacked on the thread of the desk. What is in `transfer` goes over instead of being copied. Throws GaveUp where the
   * thread died or took too long, or the pool was ended; the next work gets a new one.
   */
  run(given: object, transfer: readonly Transferable[] = []): Promise<unknown[]> {
    if (elsewhere !== undefined) return elsewhere(this.#entry, given);
    const { promise, resolve, reject } = Promise.withResolvers<unknown[]>();
    this.#queue.push({ given, transfer, resolve, reject });
    this.#begin();
    return promise;
  }

  /** Ends every thread, whatever it is doing; what was in work, or waited for a thread, is given up. */
  async end(): Promise<void> {
    for (const { reject } of this.#queue.splice(0)) reject(new GaveUp());
    await Promise.all([...this.#threads].map((thread) => this.#endThread(thread)));
  }

  #begin(): void {
    while (this.#queue.length > 0) {
      const thread = this.#takeIdle() ?? (this.#threads.size < this.#limits.most ? this.#started() : undefined);
      if (thread === undefined) return;
      void this.#work(thread, needed(this.#queue.shift(), 'work')).then(() => this.#begin());
    }
  }

  #started(): Worker {
    const { megabytes } = this.#limits;
    const thread = new Worker(this.#entry, { resourceLimits: { maxOldGenerationSizeMb: megabytes } });
    this.#threads.add(thread);
    // A thread that runs out of memory says so here, and then ends: its end is what counts.
    thread.on('error', () => {});
    thread.once('exit', () => this.#letGo(thread));
    return thread;
  }

  /** The one that rested last: where there is work for one, the other comes to its end. */
  #takeIdle(): Worker | undefined {
    const thread = [...this.#idle.keys()].at(-1);
    if (thread !== undefined) this.#wake(thread);
    return thread;
  }

  #wake(thread: Worker): void {
    clearTimeout(this.#idle.get(thread));
    this.#idle.delete(thread);
  }

  /** From now on it is given no work. */
  #letGo(thread: Worker): void {
    this.#wake(thread);
    this.#threads.delete(thread);
  }

  /** Let go first: until it is gone there are some moments, and work may come in them. */
  async #endThread(thread: Worker): Promise<void> {
    this.#letGo(thread);
    await thread.terminate();
  }

  async #work(thread: Worker, { given, transfer, resolve, reject }: Work): Promise<void> {
    const tooLong = setTimeout(() => void this.#endThread(thread), this.#limits.milliseconds);
    thread.ref();
    try {
      resolve(await piecesOf(thread, given, transfer));
    } catch (error) {
      reject(error);
    } finally {
      clearTimeout(tooLong);
      if (this.#threads.has(thread)) this.#rest(thread);
    }
  }

  /** A thread at rest keeps no program from ending. */
  #rest(thread: Worker): void {
    thread.unref();
    const { beside_another, alone } = IDLE_MILLISECONDS;
    const end = () => void this.#endThread(thread);
    const look = () => {
      if (this.#threads.size > 1) return end();
      this.#idle.set(thread, setTimeout(end, alone - beside_another).unref());
    };
    this.#idle.set(thread, setTimeout(look, beside_another).unref());
  }
}

function piecesOf(thread: Worker, given: object, transfer: readonly Transferable[]): Promise<unknown[]> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown[]>();
  const pieces: unknown[] = [];
  const hear = (answer: ThreadAnswer) => {
    if ('done' in answer) return resolve(pieces);
    if ('fault' in answer) return reject(new Error(answer.fault));
    pieces.push(answer.piece);
    thread.postMessage('next');
  };
  const died = () => reject(new GaveUp());
  thread.on('message', hear);
  thread.once('exit', died);
  thread.postMessage(given, transfer);
  return promise.finally(() => {
    thread.off('message', hear);
    thread.off('exit', died);
  });
}
