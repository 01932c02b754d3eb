// Rows put into a table, and changed by their id: spelt once for the columns that are set.
import type { Insertable, Updateable } from 'kysely';
import { NEXT_REVISION } from './revision.ts';
import type { Database, Db } from './schema.ts';
import { instruction } from './statement.ts';

type Values = Record<string, unknown>;

/** The tables whose rows have an id. */
type WithId = { [Table in keyof Database]: Database[Table] extends { id: string } ? Table : never }[keyof Database];

/** Beside the columns that are set, which have no such name. */
const OF_THE_ROW = 'of the row';

const insert = instruction((db, values: Values, table: string, names: readonly string[]) =>
  db.insertInto(table as 'claim').values(picked(names, values) as never),
);

const update = instruction((db, values: Values, table: string, names: readonly string[], is_revised: boolean) =>
  db
    .updateTable(table as 'claim')
    .set({ ...picked(names, values), ...(is_revised ? { revision: NEXT_REVISION } : {}) })
    .where('id', '=', values[OF_THE_ROW] as string),
);

/** Puts one row into a table. */
export async function insertRow<Table extends keyof Database>(
  db: Db,
  table: Table,
  row: Insertable<Database[Table]>,
): Promise<void> {
  await insert(db, row as Values, table, namesIn(row));
}

/** Changes the row of this id and, where it is `revised`, raises its revision. What is undefined stays as it is. */
export async function updateRow<Table extends WithId>(
  db: Db,
  table: Table,
  { id, changes, revised }: { id: string; changes: Updateable<Database[Table]>; revised?: 'revised' },
): Promise<void> {
  await update(db, { ...(changes as Values), [OF_THE_ROW]: id }, table, namesIn(changes), revised !== undefined);
}

function namesIn(row: object): string[] {
  const names = Object.keys(row);
  const is_left_out = (name: string) => row[name as keyof typeof row] === undefined;
  return names.some(is_left_out) ? names.filter((name) => !is_left_out(name)) : names;
}

function picked(names: readonly string[], values: Values): Values {
  return Object.fromEntries(names.map((name) => [name, values[name]]));
}
