// A table of the Word documents that the desk writes: lines between its rows, none at its sides.
import { Table, type TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import { HAIRLINE, NO_LINE, SHEET_WIDTH } from '#src/docx-pieces.ts';

/** As wide as the sheet. Its head stands on every page that it reaches, and no row is cut by the end of one. */
export function tableInWord({
  columns,
  head,
  rows,
}: {
  /** How they share the width of the sheet. */
  columns: readonly number[];
  head: readonly TableCell[];
  rows: readonly (readonly TableCell[])[];
}): Table {
  return new Table({
    width: { size: SHEET_WIDTH, type: WidthType.DXA },
    columnWidths: [...columns],
    layout: TableLayoutType.FIXED,
    borders: {
      ...{ left: NO_LINE, right: NO_LINE, insideVertical: NO_LINE },
      ...{ top: HAIRLINE, bottom: HAIRLINE, insideHorizontal: HAIRLINE },
    },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: [...head] }),
      ...rows.map((cells) => new TableRow({ cantSplit: true, children: [...cells] })),
    ],
  });
}
