// All SQL of what sheets say of claims, and of rows that wait in the tray.
import { insertRow, updateRow } from '#src/database/rows.ts';
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';
import { NotFound } from '#src/errors.ts';
import { isId } from '#src/ids.ts';
import type { SheetEntryTable, SheetRowTable } from '../tables.ts';

export interface EntryFound extends SheetEntryTable {
  /** Who brought the sheet, and who decided; null where the operator or nobody did. */
  added_by_name: string | null;
  decided_by_name: string | null;
}

/** All that sheets said of the article's claims, in the order it came. */
export function listEntries(db: Db, article_id: string): Promise<EntryFound[]> {
  return entriesIn(db, { article_id });
}

const entriesIn = statement((db, { article_id }: { article_id: string }) =>
  db
    .selectFrom('sheet_entry')
    .leftJoin('person as adder', 'adder.id', 'sheet_entry.added_by')
    .leftJoin('person as decider', 'decider.id', 'sheet_entry.decided_by')
    .selectAll('sheet_entry')
    .select(['adder.display_name as added_by_name', 'decider.display_name as decided_by_name'])
    .where('sheet_entry.article_id', '=', article_id)
    .orderBy('sheet_entry.id'),
);

/** What a sheet said of this claim. NotFound where it said no such thing. */
export async function getEntry(db: Db, claim_id: string, id: string): Promise<SheetEntryTable> {
  const entry = await db
    .selectFrom('sheet_entry')
    .selectAll()
    .where('id', '=', isId(id) ? id : '')
    .where('claim_id', '=', claim_id)
    .executeTakeFirst();
  if (entry === undefined) throw new NotFound();
  return entry;
}

/** The same said of the claim before; undefined where nobody did. */
export function findSameEntry(
  db: Db,
  said: Pick<SheetEntryTable, 'claim_id' | 'what' | 'said_key'>,
): Promise<{ id: string } | undefined> {
  return sameEntry(db, said).then(([entry]) => entry);
}

const sameEntry = statement((db, said: Pick<SheetEntryTable, 'claim_id' | 'what' | 'said_key'>) =>
  db
    .selectFrom('sheet_entry')
    .select('id')
    .where('claim_id', '=', said.claim_id)
    .where('what', '=', said.what)
    .where('said_key', '=', said.said_key),
);

export async function insertEntry(db: Db, entry: SheetEntryTable): Promise<void> {
  await insertRow(db, 'sheet_entry', entry);
}

export type Decision = Pick<SheetEntryTable, 'decision' | 'decided_by' | 'decided_at'>;

export async function updateEntryDecision(db: Db, id: string, decision: Decision): Promise<void> {
  await updateRow(db, 'sheet_entry', { id, changes: decision });
}

/** The rows that had no place when they came; those that were settled, too. */
export function listSheetRows(db: Db, article_id: string): Promise<SheetRowTable[]> {
  return rowsIn(db, { article_id });
}

const rowsIn = statement((db, { article_id }: { article_id: string }) =>
  db.selectFrom('sheet_row').selectAll().where('article_id', '=', article_id).orderBy('id'),
);

/** A row that waits, or waited. NotFound where there is none. */
export async function getSheetRow(db: Db, article_id: string, id: string): Promise<SheetRowTable> {
  const row = await db
    .selectFrom('sheet_row')
    .selectAll()
    .where('id', '=', isId(id) ? id : '')
    .where('article_id', '=', article_id)
    .executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return row;
}

export async function insertSheetRow(db: Db, row: SheetRowTable): Promise<void> {
  await insertRow(db, 'sheet_row', row);
}

export async function updateSheetRow(
  db: Db,
  id: string,
  settled: Pick<SheetRowTable, 'claim_id' | 'settled_by' | 'settled_at'>,
): Promise<void> {
  await updateRow(db, 'sheet_row', { id, changes: settled });
}

/** Empties what sheets quote of the article: rows without a place, words that it has otherwise. */
export async function updateSheetsErased(db: Db, article_id: string): Promise<void> {
  await db.updateTable('sheet_row').set({ line: '{}' }).where('article_id', '=', article_id).execute();
  await db
    .updateTable('sheet_entry')
    .set({ other_words: '' })
    .where('article_id', '=', article_id)
    .where('other_words', '<>', '')
    .execute();
}
