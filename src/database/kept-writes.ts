// What a statement of Kysely's writes, as the watch over rows has to know it.
import {
  BinaryOperationNode,
  ColumnNode,
  DeleteResult,
  type InsertQueryNode,
  InsertResult,
  type OperationNode,
  OperatorNode,
  PrimitiveValueListNode,
  RawNode,
  ReferenceNode,
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
import { columnsToRead, type KeptTable } from './kept-table.ts';
import { Place } from './place.ts';
import type { Database } from './schema.ts';

export interface KeptWrite {
  readonly table: keyof Database;
  /** The columns that the statement sets, of those that the log keeps a hash of. */
  readonly columns: readonly string[];
  /** The rows that it puts in or the one it changes, where they will be stored just as they are given: nobody has to read them back. */
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
  // Half a letter is stored as the sign for none.
  const stored = (value: unknown) => (typeof value === 'string' ? value.toWellFormed() : (value ?? null));
  return Array.from({ length: all.length / columns.length }, (_, row) =>
    Object.fromEntries(columns.map((column, at) => [column, stored(all[row * columns.length + at])])),
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
  if (columns.length === 0) return undefined;
  return { table, columns: begins ? kept.columns : columns, given: givenTo(node, kept) };
}

/** The plain values of columns of the row of one id. What else is set, such as the next revision, the log does not hash. */
function givenTo({ updates = [], where, returning, with: before, from }: UpdateQueryNode, kept: KeptTable) {
  const id = kept.key.join() === 'id' ? idIn(where?.where) : undefined;
  if (id === undefined || kept.while !== undefined || returning || before || from) return undefined;
  const set: [column: string, value: unknown][] = [];
  for (const { column, value } of updates) {
    const name = nameIn(column);
    if (ValueNode.is(value) && value.immediate !== true) set.push([name, value.value]);
    else if (kept.columns.includes(name) || !RawNode.is(value) || value.parameters.length > 0) return undefined;
  }
  return { columns: [...set.map(([name]) => name), 'id'], values: [...set.map(([, value]) => value), id] };
}

/** The value that the column `id` has to have, and no other condition; undefined where there is none. */
function idIn(node: OperationNode | undefined): unknown {
  if (node === undefined || !BinaryOperationNode.is(node)) return undefined;
  const { leftOperand, operator, rightOperand } = node;
  const column = ReferenceNode.is(leftOperand) ? leftOperand.column : leftOperand;
  const is_of_id = ColumnNode.is(column) && nameIn(column) === 'id';
  const is_equal = OperatorNode.is(operator) && operator.operator === '=';
  return is_of_id && is_equal && ValueNode.is(rightOperand) ? rightOperand.value : undefined;
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
