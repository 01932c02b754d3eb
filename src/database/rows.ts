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

/** Statements on rows of a table that have these columns. */
interface Spelt {
  names: readonly string[];
  insert: Told;
  update: Told;
  revise: Told;
}

type Told = (db: Db, values: Values) => Promise<unknown>;

const spelt = new Map<string, Spelt[]>();

/** Puts one row into a table. */
export async function insertRow<Table extends keyof Database>(
  db: Db,
  table: Table,
  row: Insertable<Database[Table]>,
): Promise<void> {
  await speltFor(table, row).insert(db, row as Values);
}

/** Changes the row of this id and, where it is `revised`, raises its revision. What is undefined stays as it is. */
export async function updateRow<Table extends WithId>(
  db: Db,
  table: Table,
  { id, changes, revised }: { id: string; changes: Updateable<Database[Table]>; revised?: 'revised' },
): Promise<void> {
  const { update, revise } = speltFor(table, changes);
  await (revised ? revise : update)(db, { ...(changes as Values), [OF_THE_ROW]: id });
}

/** The statements for the columns that are set: to compare a few names costs less than to make one of them all. */
function speltFor(table: string, row: object): Spelt {
  const names = namesIn(row);
  const known = spelt.get(table) ?? [];
  const found = known.find((one) => isSame(one.names, names));
  if (found !== undefined) return found;
  const made = spell(table as 'claim', names);
  spelt.set(table, [...known, made]);
  return made;
}

function spell(table: 'claim', names: readonly string[]): Spelt {
  const changed = (db: Db, values: Values, more: object) =>
    db
      .updateTable(table)
      .set({ ...picked(names, values), ...more })
      .where('id', '=', values[OF_THE_ROW] as string);
  return {
    names,
    insert: instruction((db, values: Values) => db.insertInto(table).values(picked(names, values) as never)),
    update: instruction((db, values: Values) => changed(db, values, {})),
    revise: instruction((db, values: Values) => changed(db, values, { revision: NEXT_REVISION })),
  };
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, at) => name === other[at]);
}

function namesIn(row: object): string[] {
  const names = Object.keys(row);
  const is_left_out = (name: string) => row[name as keyof typeof row] === undefined;
  return names.some(is_left_out) ? names.filter((name) => !is_left_out(name)) : names;
}

function picked(names: readonly string[], values: Values): Values {
  return Object.fromEntries(names.map((name) => [name, values[name]]));
}
