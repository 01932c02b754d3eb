// What a statement of Kysely's writes, as the watch over rows has to know it.
import {
  DeleteResult,
  type InsertQueryNode,
  InsertResult,
  type OperationNode,
  PrimitiveValueListNode,
  type RootOperationNode,
  type UnknownRow,
  type UpdateQueryNode,
  UpdateResult,
  ValueListNode,
  ValueNode,
  ValuesNode,
} from 'kysely';
import { needed } from '#src/item-at.ts';
import { KEPT } from './kept-rows.ts';
import { columnsToRead } from './kept-table.ts';
import { Place } from './place.ts';
import type { Database } from './schema.ts';

export interface KeptWrite {
  readonly table: keyof Database;
  /** The columns that the statement sets, of those that the log keeps a hash of. */
  readonly columns: readonly string[];
  /** The rows that it puts in, where they will be stored just as they are given: nobody has to read them back. */
  readonly given?: Given | undefined;
}

/** Rows one behind the other, each with these columns; a value is a place where it is told with each question. */
interface Given {
  readonly columns: readonly string[];
  readonly values: readonly unknown[];
}

/** What the statement writes of a kept table; undefined where it changes no column of which a hash is kept. */
export function keptWriteOf(node: RootOperationNode): KeptWrite | undefined {
  if (node.kind === 'UpdateQueryNode') return keptUpdateOf(node);
  const into = node.kind === 'InsertQueryNode' ? node.into : undefined;
  const table = keptName(node.kind === 'DeleteQueryNode' ? node.from.froms[0] : into);
  if (table === undefined) return undefined;
  const given = node.kind === 'InsertQueryNode' ? givenBy(node, table) : undefined;
  return { table, columns: needed(KEPT[table], `kept table ${table}`).columns, given };
}

/**
 * Rows that are put in as plain values, with all that the log keeps a hash of among them: no default of the database's, nothing
 * that it works out, and no row that may be there already.
 */
function givenBy(insert: InsertQueryNode, table: keyof Database): Given | undefined {
  const { columns: named = [], values, with: before, onConflict, returning } = insert;
  if (before || onConflict || returning || values === undefined || !ValuesNode.is(values)) return undefined;
  const columns = named.map(nameIn);
  const read = columnsToRead(needed(KEPT[table], `kept table ${table}`));
  if (!read.every((column) => columns.includes(column))) return undefined;
  const rows = values.values.map(plainValuesOf);
  return rows.includes(undefined) ? undefined : { columns, values: rows.flatMap((row) => row ?? []) };
}

function plainValuesOf(list: OperationNode): readonly unknown[] | undefined {
  if (PrimitiveValueListNode.is(list)) return list.values;
  if (!ValueListNode.is(list)) return undefined;
  const values = list.values.map((value) => (ValueNode.is(value) && value.immediate !== true ? [value.value] : []));
  return values.some(({ length }) => length === 0) ? undefined : values.flat();
}

/** Those rows, with the values that were told with the question. Of these, constants may have been left out (statement.ts). */
export function rowsGiven({ columns, values }: Given, told: readonly unknown[] = []): Record<string, unknown>[] {
  const left = told.values();
  const has_constants = told.length === values.length;
  const all = values.map((value) => {
    if (value instanceof Place) return left.next().value;
    if (has_constants) left.next();
    return value;
  });
  return Array.from({ length: all.length / columns.length }, (_, row) =>
    Object.fromEntries(columns.map((column, at) => [column, all[row * columns.length + at] ?? null])),
  );
}

function keptUpdateOf(node: UpdateQueryNode): KeptWrite | undefined {
  const table = keptName(node.table);
  if (table === undefined) return undefined;
  const kept = needed(KEPT[table], `kept table ${table}`);
  const set = new Set((node.updates ?? []).map(({ column }) => nameIn(column)));
  const columns = (kept.list?.of ?? kept.columns).filter((column) => set.has(column));
  if (columns.length > 0 && kept.list !== undefined)
    throw new Error(`Rows of ${table} are made once and never changed: the log keeps one hash of them all.`);
  // The row counts from now on: all of it is new to the log.
  const begins = kept.while !== undefined && set.has(kept.while);
  return columns.length > 0 ? { table, columns: begins ? kept.columns : columns } : undefined;
}

function nameIn(node: OperationNode): string {
  if (node.kind !== 'ColumnNode') throw new Error('A column of a kept table is set by its plain name.');
  return (node as unknown as { column: { name: string } }).column.name;
}

function keptName(node: OperationNode | undefined): keyof Database | undefined {
  if (node?.kind !== 'TableNode') return undefined;
  const { name } = (node as unknown as { table: { identifier: { name: string } } }).table.identifier;
  return name in KEPT ? (name as keyof Database) : undefined;
}

/** What Kysely says of a statement that was not asked for its rows. */
export function countOf(node: RootOperationNode, count: number): UnknownRow {
  const rows = BigInt(count);
  const result =
    node.kind === 'InsertQueryNode'
      ? new InsertResult(undefined, rows)
      : node.kind === 'DeleteQueryNode'
        ? new DeleteResult(rows)
        : new UpdateResult(rows, undefined);
  return result as unknown as UnknownRow;
}
