// What a statement of Kysely's writes, as the watch over rows has to know it.
import {
  DeleteResult,
  InsertResult,
  type OperationNode,
  type RootOperationNode,
  type UnknownRow,
  type UpdateQueryNode,
  UpdateResult,
} from 'kysely';
import { needed } from '#src/item-at.ts';
import { KEPT } from './kept-rows.ts';
import type { Database } from './schema.ts';

export interface KeptWrite {
  readonly table: keyof Database;
  /** The columns that the statement sets, of those that the log keeps a hash of. */
  readonly columns: readonly string[];
}

/** What the statement writes of a kept table; undefined where it changes no column of which a hash is kept. */
export function keptWriteOf(node: RootOperationNode): KeptWrite | undefined {
  if (node.kind === 'UpdateQueryNode') return keptUpdateOf(node);
  const into = node.kind === 'InsertQueryNode' ? node.into : undefined;
  const table = keptName(node.kind === 'DeleteQueryNode' ? node.from.froms[0] : into);
  return table && { table, columns: needed(KEPT[table], `kept table ${table}`).columns };
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
