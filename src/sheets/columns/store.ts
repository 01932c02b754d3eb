// All SQL of how a desk reads columns and words of status. The caller has found the desk through the person.
import { insertRow, updateRow } from '#src/database/rows.ts';
import type { Db } from '#src/database/schema.ts';
import type { SheetColumnsTable, SheetStatusTable } from '../tables.ts';

export function findColumns(
  db: Db,
  at: { desk_id: string; header_key: string },
): Promise<SheetColumnsTable | undefined> {
  return db
    .selectFrom('sheet_columns')
    .selectAll()
    .where('desk_id', '=', at.desk_id)
    .where('header_key', '=', at.header_key)
    .executeTakeFirst();
}

export async function insertColumns(db: Db, row: SheetColumnsTable): Promise<void> {
  await insertRow(db, 'sheet_columns', row);
}

export async function updateColumns(db: Db, id: string, changes: Partial<SheetColumnsTable>): Promise<void> {
  await updateRow(db, 'sheet_columns', { id, changes });
}

export function listStatuses(db: Db, desk_id: string): Promise<SheetStatusTable[]> {
  return db.selectFrom('sheet_status').selectAll().where('desk_id', '=', desk_id).orderBy('status_key').execute();
}

export async function insertStatus(db: Db, row: SheetStatusTable): Promise<void> {
  await insertRow(db, 'sheet_status', row);
}

export async function updateStatus(db: Db, id: string, changes: Partial<SheetStatusTable>): Promise<void> {
  await updateRow(db, 'sheet_status', { id, changes });
}
