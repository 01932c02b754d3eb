// A thread that reads long texts gives way to the one that answers people.
import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { basename } from 'node:path';
import { isMainThread } from 'node:worker_threads';

/** As `nice` counts: a third of the time of one that answers, where both want all of it. */
const BELOW_NORMAL = 5;

/**
 * For the thread that calls it, and for good, unless it is the one that answers. Where fifty people come in at once, what is
 * read of their articles would take the processors from their pages; with nothing else to do it is read as soon as ever. On
 * Linux, where each thread has a priority of its own; elsewhere it would be the whole desk's.
 */
export function giveWay(): void {
  if (process.platform !== 'linux' || isMainThread) return;
  try {
    setPriority(Number(basename(readlinkSync('/proc/thread-self'))), BELOW_NORMAL);
  } catch {
    // Where the system lets nobody, it reads as it did.
  }
}
