// Reads the tables of a report as people do: the sheets of its workbook and its CSV, row by row.
import { DOMParser, type Element } from '@xmldom/xmldom';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import type { FileRead } from './every-file.ts';

/** Cells by the names of their columns; '' where one is empty. */
export type RowRead = Record<string, string>;

/** The rows of this table in each file that has it: the CSV of it, and its sheet of the workbook. */
export function tablesOf(files: readonly FileRead[], table: string): { called: string; rows: RowRead[] }[] {
  return files.flatMap(({ called, format, bytes }) => {
    if (called === `csv ${table}`) return [{ called, rows: named(parse(bytes, { bom: true })) }];
    if (format !== 'xlsx') return [];
    const sheets = [...sheetsIn(bytes)].filter(([name]) => name.split(' ').at(-1) === table);
    return sheets.map(([name, rows]) => ({ called: `${called} ${name}`, rows: named(rows) }));
  });
}

function named([head = [], ...rows]: string[][]): RowRead[] {
  return rows.map((row) => Object.fromEntries(head.map((column, index) => [column, row[index] ?? ''])));
}

/** The rows of each sheet, by its name, as texts. */
export function sheetsIn(bytes: Uint8Array): Map<string, string[][]> {
  const files = unzipSync(bytes);
  const xml = (name: string) => new DOMParser().parseFromString(strFromU8(files[name] ?? new Uint8Array()), 'text/xml');
  const strings = [...xml('xl/sharedStrings.xml').getElementsByTagName('si')].map((item) => item.textContent ?? '');
  const names = [...xml('xl/workbook.xml').getElementsByTagName('sheet')].map(
    (sheet) => sheet.getAttribute('name') ?? '',
  );
  return new Map(
    names.map((name, index) => {
      const rows = [...xml(`xl/worksheets/sheet${index + 1}.xml`).getElementsByTagName('row')];
      return [name, rows.map((row) => cellsOf([...row.getElementsByTagName('c')], strings))];
    }),
  );
}

function cellsOf(cells: readonly Element[], strings: readonly string[]): string[] {
  const row: string[] = [];
  for (const cell of cells) {
    const value = cell.getElementsByTagName('v')[0]?.textContent ?? '';
    row[columnOf(cell)] = cell.getAttribute('t') === 's' ? (strings[Number(value)] ?? '') : value;
  }
  return Array.from(row, (cell) => cell ?? '');
}

/** "AB12" is in the 28th column, which is number 27. */
function columnOf(cell: Element): number {
  const letters = /^[A-Z]+/.exec(cell.getAttribute('r') ?? '')?.[0] ?? '';
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
