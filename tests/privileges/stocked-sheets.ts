// What spreadsheets left at an article: a suggestion, a row without a place, a sheet that waits.
import { getArticle } from '#src/articles/store.ts';
import { mapColumns } from '#src/sheets/columns/commands.ts';
import { linesIn } from '#src/sheets/columns/line.ts';
import { columnsOf } from '#src/sheets/columns/sheet-columns.ts';
import { dismissEntry } from '#src/sheets/entries/commands.ts';
import { stageSheet } from '#src/sheets/intake/staged.ts';
import { takeSheet } from '#src/sheets/intake/take-commands.ts';
import { CLAIM } from './stocked-text.ts';
import type { At, Stocked } from './stocked-things.ts';

const HEAD = ['Claim', 'Status', 'Source'];
const ROWS = [
  ['Forty crates vanished from the quay at Tarn', 'wrong', 'Ledger of the guard'],
  ['The moon fell into the harbour', 'wrong', ''],
];

export async function stockSheets({ id, staff: { checker, reader } }: At): Promise<Stocked> {
  const { db } = checker;
  const columns = columnsOf(HEAD, HEAD.length);
  await mapColumns(checker, id, columns);
  const rows = ROWS.map((cells, at) => ({ row: at + 2, cells }));
  await takeSheet(checker, id, { lines: linesIn(rows, columns), file: { name: 'crates.csv', sha256: '' } });
  const waits = [
    { row: 1, cells: HEAD },
    { row: 2, cells: ['They wait', 'OK', ''] },
  ];
  const sheets = [{ name: '', is_hidden: false, remarks: [], count: waits.length, rows: waits }];
  const sheet = await stageSheet(reader, await getArticle(reader, id), {
    ...{ name: 'waits.csv', bytes: Buffer.from('waits') },
    read: { kind: 'text', remarks: [], sheets },
  });
  const idIn = async (table: 'sheet_entry' | 'sheet_row') =>
    (await db.selectFrom(table).select('id').where('article_id', '=', id).orderBy('id').executeTakeFirstOrThrow()).id;
  const { id: dismissed } = await db
    .selectFrom('sheet_entry')
    .select('id')
    .where('article_id', '=', id)
    .where('what', '=', 'source')
    .executeTakeFirstOrThrow();
  await dismissEntry(checker, id, { number: CLAIM.open, entry: dismissed });
  const places = {
    'sheets/:sheet': sheet,
    'suggested/:entry': await idIn('sheet_entry'),
    'sheet-rows/:row': await idIn('sheet_row'),
  };
  return { places, others: { 'suggested/:entry': dismissed } };
}
