// Reads spreadsheets in a process of their own, within bounds of time and memory.
import { sayGivenUp } from '#src/articles/documents/given-up.ts';
import { GaveUp, RuleBroken } from '#src/errors.ts';
import { runInProcess } from '#src/workers/run-in-process.ts';
import type { GridRow } from './grid.ts';
import type { PieceRead, SheetHead, TableGiven } from './read-sheets.ts';
import { INSTEAD, unreadable } from './unreadable.ts';

const READER = new URL('./read-sheets.worker.ts', import.meta.url);
const BOUNDS = { milliseconds: 15_000, megabytes: 400, answer_bytes: 100_000_000 };

export interface SheetRead extends SheetHead {
  rows: GridRow[];
}

export interface TablesRead {
  kind: 'xlsx' | 'ods' | 'text';
  remarks: string[];
  sheets: SheetRead[];
}

/** The sheets of a file with their rows. RuleBroken (field `file`) with a sentence where it is no spreadsheet that is read. */
export async function readTableFile(given: TableGiven): Promise<TablesRead> {
  const sheets: SheetRead[] = [];
  let file: Pick<TablesRead, 'kind' | 'remarks'> | undefined;
  for (const piece of await piecesOf(given)) {
    if ('refused' in piece) throw unreadable(piece.refused);
    if ('file' in piece) file = piece.file;
    else if ('sheet' in piece) sheets.push({ ...piece.sheet, rows: [] });
    else sheets.at(-1)?.rows.push(...piece.rows);
  }
  if (file === undefined) throw new Error('The reader ended without a word about the file.');
  if (sheets.every(({ rows }) => rows.length === 0)) throw unreadable('There is no row in this file. Choose another.');
  return { ...file, sheets };
}

async function piecesOf(given: TableGiven): Promise<PieceRead[]> {
  try {
    return await runInProcess<TableGiven, PieceRead>(READER, given, BOUNDS);
  } catch (error) {
    if (!(error instanceof GaveUp)) throw error;
    throw new RuleBroken(`This spreadsheet ${sayGivenUp(error)} Nothing was stored. ${INSTEAD}`, 'file');
  }
}
