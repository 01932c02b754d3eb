// What spreadsheets leave at the raid on Karsa: a suggestion, a row without a place, a sheet that waits.
import { getArticle } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { mapColumns } from '#src/sheets/columns/commands.ts';
import { linesIn } from '#src/sheets/columns/line.ts';
import { columnsOf } from '#src/sheets/columns/sheet-columns.ts';
import { stageSheet } from '#src/sheets/intake/staged.ts';
import { takeSheet } from '#src/sheets/intake/take-commands.ts';

const HEAD = ['Claim', 'Status', 'Source', 'Note'];
const ROWS = [
  ['The governor spoke of thirty attackers at the most.', 'wrong', 'Registry of the morgue', 'He said it twice.'],
  ['The mayor resigned on Monday', 'wrong', '', ''],
  ['More than 200 fighters entered the city', 'OK', '', 'with other words'],
];

/** Gives back the id of the sheet that waits. */
export async function sheetsFor(ctx: Context, id: string): Promise<string> {
  const columns = columnsOf(HEAD, HEAD.length);
  await mapColumns(ctx, id, columns);
  const rows = ROWS.map((cells, at) => ({ row: at + 2, cells }));
  const lines = linesIn(rows.slice(0, 2), columns);
  await takeSheet(ctx, id, { lines, file: { name: 'raid.csv', sha256: '' } });
  const waits = [{ row: 1, cells: HEAD }, ...rows];
  const sheets = [{ name: '', is_hidden: false, remarks: ['A remark.'], count: waits.length, rows: waits }];
  const read = { kind: 'text' as const, remarks: [], sheets };
  return stageSheet(ctx, await getArticle(ctx, id), { name: 'waits.csv', bytes: Buffer.from('waits'), read });
}
