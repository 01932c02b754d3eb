// Reads files of sources in a thread of their own, within bounds of time and memory.
import { GaveUp, RuleBroken } from '#src/errors.ts';
import { ThreadPool } from '#src/workers/thread-pool.ts';
import { type Entry, unreadable } from './entry.ts';
import type { FileRead, PieceRead, SourcesGiven } from './read-sources.ts';

const threads = new ThreadPool(new URL('./thread.ts', import.meta.url), {
  most: 1,
  milliseconds: 60_000,
  megabytes: 512,
});

export interface SourcesRead extends FileRead {
  entries: Entry[];
}

/**
 * The entries of a file, each with the card that it would make and the remarks on it. Nothing is stored. RuleBroken (field
 * `file`) with a sentence where it is no list of sources, or takes longer than a minute or more memory than there is.
 */
export async function readSourcesFile(given: SourcesGiven): Promise<SourcesRead> {
  const entries: Entry[] = [];
  let file: FileRead | undefined;
  for (const piece of await piecesOf(given)) {
    if ('refused' in piece) throw unreadable(piece.refused);
    if ('file' in piece) file = piece.file;
    else entries.push(...piece.entries);
  }
  if (file === undefined) throw new Error('The thread ended without a word about the file.');
  return { ...file, entries };
}

async function piecesOf(given: SourcesGiven): Promise<PieceRead[]> {
  try {
    return (await threads.run(given)) as PieceRead[];
  } catch (error) {
    if (!(error instanceof GaveUp)) throw error;
    throw new RuleBroken(
      'This file is so large or so tangled that the desk gave up reading it. Nothing was stored. Bring it in parts.',
      'file',
    );
  }
}
