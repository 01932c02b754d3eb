// Reads files of sources in a process of their own, within bounds of time and memory.
import { sayGivenUp } from '#src/articles/documents/given-up.ts';
import { GaveUp, RuleBroken } from '#src/errors.ts';
import { runInProcess } from '#src/workers/run-in-process.ts';
import { unreadable } from './card-read.ts';
import type { Entry } from './entry.ts';
import type { FileRead, PieceRead, SourcesGiven } from './read-sources.ts';

const READER = new URL('./read-sources.worker.ts', import.meta.url);
/** A list may be as long as a library: it gets more of everything than a document. */
const BOUNDS = { milliseconds: 30_000, megabytes: 300, answer_bytes: 100_000_000 };

export interface SourcesRead extends FileRead {
  entries: Entry[];
}

/**
 * The entries of a file, each with the card that it would make and the remarks on it. Nothing is stored. RuleBroken (field
 * `file`) with a sentence where it is no list of sources, or takes longer than thirty seconds or more memory than it gets.
 */
export async function readSourcesFile(given: SourcesGiven): Promise<SourcesRead> {
  const entries: Entry[] = [];
  let file: FileRead | undefined;
  for (const piece of await piecesOf(given)) {
    if ('refused' in piece) throw unreadable(piece.refused);
    if ('file' in piece) file = piece.file;
    else entries.push(...piece.entries);
  }
  if (file === undefined) throw new Error('The reader ended without a word about the file.');
  return { ...file, entries };
}

async function piecesOf(given: SourcesGiven): Promise<PieceRead[]> {
  try {
    return await runInProcess<SourcesGiven, PieceRead>(READER, given, BOUNDS);
  } catch (error) {
    if (!(error instanceof GaveUp)) throw error;
    throw new RuleBroken(`This file ${sayGivenUp(error)} Nothing was stored. Import it in parts.`, 'file');
  }
}
