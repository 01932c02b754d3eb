// A file of tables read as a whole, its rows handed over by the hundred. For a process of its own.
import { RuleBroken } from '#src/errors.ts';
import { tableFileOf } from './file-kind.ts';
import { type Grid, type GridRow, tidyRows } from './grid.ts';
import { readOds } from './ods.ts';
import { readTextTable } from './plain-text.ts';
import { readXlsx } from './xlsx.ts';

export interface TableGiven {
  bytes: Uint8Array;
}

/** A sheet without its rows, which come behind it. */
export type SheetHead = Omit<Grid, 'rows'> & { count: number };

export type PieceRead =
  | { sheet: SheetHead }
  | { rows: GridRow[] }
  | { file: { kind: 'xlsx' | 'ods' | 'text'; remarks: string[] } }
  | { refused: string };

const PIECE = 200;

/** The sheets in order, each with its rows behind it, and at the end what there is to say of the file; or why it cannot be read. */
export function* readSheets({ bytes }: TableGiven): Generator<PieceRead> {
  try {
    const remarks: string[] = [];
    const file = tableFileOf(bytes);
    const onRemark = (remark: string) => remarks.push(remark);
    const grids =
      file.kind === 'text'
        ? [readTextTable(bytes, onRemark)]
        : file.kind === 'ods'
          ? readOds(file.parts, onRemark)
          : readXlsx(file.parts, onRemark);
    for (const grid of grids) yield* piecesOfGrid(grid);
    yield { file: { kind: file.kind, remarks } };
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error;
    yield { refused: error.message };
  }
}

function* piecesOfGrid({ rows, ...sheet }: Grid): Generator<PieceRead> {
  const tidy = tidyRows(rows);
  yield { sheet: { ...sheet, count: tidy.length } };
  for (let at = 0; at < tidy.length; at += PIECE) yield { rows: tidy.slice(at, at + PIECE) };
}
