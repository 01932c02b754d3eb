// Where work on texts is done: what is quick at once, long texts and parts of speech in a thread.
import { ThreadPool } from '#src/workers/thread-pool.ts';
import { type Given, type Piece, TEXT_WORKS, type WorkName } from './tasks.ts';

/** Texts of so many letters or fewer are compared right here: some milliseconds, and forty where they are made to be slow. */
export const SMALL = 10_000;

/** These load a tagger, whatever the text: 30 MB and 150 ms, never of the thread that answers. */
const TAGGING: ReadonlySet<WorkName> = new Set(['read', 'follow']);

const threads = new ThreadPool(new URL('./text.worker.ts', import.meta.url), {
  // The second begins only where one is at work: an ordinary article never waits for a large one.
  most: 2,
  milliseconds: 60_000,
  megabytes: 512,
});

/** Does the work and gives back its pieces; `size` is how many letters it is about. Throws GaveUp where a thread died or took too long. */
export async function workOnText<Name extends WorkName>(
  name: Name,
  size: number,
  given: Given<Name>,
): Promise<Piece<Name>[]> {
  if (size <= SMALL && !TAGGING.has(name)) return [...TEXT_WORKS[name](given as never)] as Piece<Name>[];
  return (await threads.run({ name, given })) as Piece<Name>[];
}

/** Ends the threads, whatever they are doing; the next large text begins a new one. */
export function endTextThreads(): Promise<void> {
  return threads.end();
}
