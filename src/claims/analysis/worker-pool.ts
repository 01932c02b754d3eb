// Where long work on texts is done: ordinary articles at once, large ones in a thread.
import { availableParallelism } from 'node:os';
import { ThreadPool } from '#src/workers/thread-pool.ts';
import { type Given, type Piece, TEXT_WORKS, type WorkName } from './tasks.ts';

/** Texts of so many letters or fewer are read right here: some ten milliseconds, and forty where they are made to be slow. */
export const SMALL = 10_000;

const threads = new ThreadPool(new URL('./text.worker.ts', import.meta.url), {
  most: availableParallelism() > 2 ? 2 : 1,
  milliseconds: 60_000,
  megabytes: 512,
});

/** Does the work and gives back its pieces; `size` is how many letters it is about. Throws GaveUp where a thread died or took too long. */
export async function workOnText<Name extends WorkName>(
  name: Name,
  size: number,
  given: Given<Name>,
): Promise<Piece<Name>[]> {
  if (size <= SMALL) return [...TEXT_WORKS[name](given as never)] as Piece<Name>[];
  return (await threads.run({ name, given })) as Piece<Name>[];
}

/** Ends the threads, whatever they are doing; the next large text begins a new one. */
export function endTextThreads(): Promise<void> {
  return threads.end();
}
