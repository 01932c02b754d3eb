// One sheet of a file that waits, opened: what its columns are and what its rows say.
import type { Context } from '#src/context.ts';
import { mapInTurns } from '#src/others-turn.ts';
import { foldKey } from '#src/text-fields.ts';
import { linesIn, type SheetLine } from '../columns/line.ts';
import { columnsAs, columnsOf, guessHeader, headerKey, type SheetColumn } from '../columns/sheet-columns.ts';
import { findColumns } from '../columns/store.ts';
import type { GridRow } from '../reading/grid.ts';
import type { TablesRead } from '../reading/read-file.ts';
import type { SheetHead } from '../reading/read-sheets.ts';
import type { StagedSheet } from './staged.ts';

/** As an address says it: the sheet from 1, and the number of the row with the names, 0 for none; both may be left out. */
export interface SheetAsked {
  part?: number | undefined;
  header?: number | undefined;
}

export interface OpenSheet {
  /** The sheet's place in the file, from 1. */
  part: number;
  /** The number of the row with the names of columns; 0 where there is none. */
  header: number;
  columns: SheetColumn[];
  /** Whether the desk has said what columns of these names are. */
  is_mapped: boolean;
  /** The names, and what stands above them. */
  above: GridRow[];
  /** Behind the names. */
  rows: GridRow[];
  lines: SheetLine[];
}

/** No article has more claims; what is behind them is said, and left. */
export const MOST_LINES = 5_000;

/** What the query of an address asks for. */
export function sheetAsked(query: Record<string, unknown>): SheetAsked {
  const number = (value: unknown) => (/^\d{1,7}$/.test(String(value ?? '')) ? Number(value) : undefined);
  return { part: number(query.part), header: number(query.header) };
}

/** Opens it as it was asked for, else the first sheet that is not hidden, by the names that are guessed. */
export async function openSheet(
  ctx: Context,
  staged: StagedSheet,
  { desk_id, asked }: { desk_id: string; asked: SheetAsked },
): Promise<OpenSheet> {
  const part = partMeant(staged.head.sheets, asked.part);
  const all = await staged.rowsOf(part - 1);
  return { part, ...(await opened(ctx, all, { desk_id, asked })) };
}

/** The same of a file that was read just now; `named` are names of columns that the row with the names has. */
export async function openRead(
  ctx: Context,
  { sheets }: TablesRead,
  { desk_id, part: asked, named = [] }: { desk_id: string; part?: number | undefined; named?: readonly string[] },
): Promise<OpenSheet> {
  const part = partMeant(sheets, asked);
  const rows = sheets[part - 1]?.rows ?? [];
  const keys = named.map(foldKey);
  const has = ({ cells }: GridRow) => keys.every((key) => cells.some((cell) => foldKey(cell) === key));
  const header = keys.length === 0 ? undefined : rows.slice(0, MOST_ABOVE).find(has)?.row;
  return { part, ...(await opened(ctx, rows, { desk_id, asked: { header } })) };
}

/** Above the names of columns stand a title, a date, an empty line: a few rows. */
const MOST_ABOVE = 8;

async function opened(
  ctx: Context,
  all: GridRow[],
  { desk_id, asked }: { desk_id: string; asked: SheetAsked },
): Promise<Omit<OpenSheet, 'part'>> {
  const at =
    asked.header === undefined ? await headerOf(ctx, all, desk_id) : all.findIndex(({ row }) => row === asked.header);
  const rows = all.slice(at + 1);
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const found = columnsOf(all[at]?.cells, width);
  const known = await findColumns(ctx.db, { desk_id, header_key: headerKey(found) });
  const columns = known === undefined ? found : columnsAs(found, JSON.parse(known.columns) as Record<string, string>);
  const lines = await mapInTurns(rows.slice(0, MOST_LINES), (row) => linesIn([row], columns));
  return {
    header: all[at]?.row ?? 0,
    columns,
    is_mapped: known !== undefined,
    above: all.slice(0, at + 1),
    rows,
    lines: lines.flat(),
  };
}

/** The place of the row whose names the desk knows already, else of the one that is guessed; -1 for none. */
async function headerOf(ctx: Context, all: readonly GridRow[], desk_id: string): Promise<number> {
  const width = all.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  for (const [at, { cells }] of all.slice(0, MOST_ABOVE).entries()) {
    const header_key = headerKey(columnsOf(cells, width));
    if ((await findColumns(ctx.db, { desk_id, header_key })) !== undefined) return at;
  }
  return guessHeader([...all]);
}

function partMeant(sheets: readonly SheetHead[], asked: number | undefined): number {
  if (asked !== undefined && sheets[asked - 1] !== undefined) return asked;
  const first = sheets.findIndex(({ is_hidden, count }) => !is_hidden && count > 0);
  return (first < 0 ? sheets.findIndex(({ count }) => count > 0) : first) + 1;
}
