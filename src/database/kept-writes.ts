// What a statement of Kysely's writes, as the watch over rows has to know it.
import {
  DeleteResult,
  InsertResult,
  type OperationNode,
  type RootOperationNode,
  type UnknownRow,
  UpdateResult,
} from 'kysely';
import { KEPT } from './kept-rows.ts';
import type { Database } from './schema.ts';

/** The kept table that the statement writes to; undefined where it changes no column of which a hash is kept. */
export function tableWritten(node: RootOperationNode): keyof Database | undefined {
  if (node.kind === 'InsertQueryNode') return keptName(node.into);
  if (node.kind === 'DeleteQueryNode') return keptName(node.from.froms[0]);
  if (node.kind !== 'UpdateQueryNode') return undefined;
  const table = keptName(node.table);
  if (table === undefined) return undefined;
  const columns = (node.updates ?? []).map(({ column }) => (column.kind === 'ColumnNode' ? nameIn(column) : ''));
  const kept = columns.filter((column) => (KEPT[table]?.list?.of ?? KEPT[table]?.columns)?.includes(column));
  if (kept.length > 0 && KEPT[table]?.list !== undefined)
    throw new Error(`Rows of ${table} are made once and never changed: the log keeps one hash of them all.`);
  return kept.length > 0 ? table : undefined;
}

function nameIn(node: OperationNode): string {
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
