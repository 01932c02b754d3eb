// Sees every kept row that a transaction stores or deletes, so that the log can keep a hash of it.
import {
  DeleteResult,
  InsertResult,
  type KyselyPlugin,
  type OperationNode,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryId,
  type QueryResult,
  ReturningNode,
  type RootOperationNode,
  SelectionNode,
  type UnknownRow,
  UpdateResult,
} from 'kysely';
import { KEPT } from './kept-rows.ts';
import type { KeptTable } from './kept-table.ts';
import type { Database, Db } from './schema.ts';

export type KeptRow = Readonly<Record<string, unknown>>;

/** A row as it was stored last, or null where it is gone. */
export interface RowStored {
  readonly table: keyof Database;
  readonly key: string;
  readonly row: KeptRow | null;
}

type Written = { table: keyof Database; node: RootOperationNode };

/** A plugin for one transaction: asks each statement on a kept table for the rows it wrote, and remembers them. */
export class RowWatch implements KyselyPlugin {
  readonly #asked = new WeakMap<QueryId, Written>();
  readonly #stored = new Map<string, RowStored>();
  #at_end: ((db: Db) => Promise<void>) | undefined;

  transformQuery({ node, queryId }: PluginTransformQueryArgs): RootOperationNode {
    const table = tableWritten(node);
    if (table === undefined) return node;
    this.#asked.set(queryId, { table, node });
    const all = SelectionNode.createSelectAll();
    const returning = 'returning' in node ? node.returning : undefined;
    return {
      ...node,
      returning: returning ? ReturningNode.cloneWithSelections(returning, [all]) : ReturningNode.create([all]),
    } as RootOperationNode;
  }

  async transformResult({ queryId, result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    const written = this.#asked.get(queryId);
    if (written === undefined) return result;
    const { table, node } = written;
    for (const row of result.rows) this.#noteWritten(table, row, node.kind);
    return 'returning' in node && node.returning ? result : { ...result, rows: [countOf(node, result.rows.length)] };
  }

  /** Remembers a row that was read again, as if it were stored now. */
  note(table: keyof Database, key: string, row: KeptRow | null): void {
    this.#stored.set(`${table} ${key}`, { table, key, row });
  }

  /** All that was stored since this was asked last. */
  take(): RowStored[] {
    const all = [...this.#stored.values()];
    this.#stored.clear();
    return all;
  }

  /** What is to be done at the end of the transaction, where rows were stored behind the last entry. */
  atEnd(work: (db: Db) => Promise<void>): void {
    this.#at_end = work;
  }

  /** Called once all work of the transaction is done. */
  async end(db: Db): Promise<void> {
    if (this.#stored.size > 0) await this.#at_end?.(db);
  }

  #noteWritten(table: keyof Database, row: KeptRow, kind: RootOperationNode['kind']): void {
    const kept = KEPT[table] as KeptTable;
    const counts = kept.while === undefined || row[kept.while] !== null;
    // A row that does not count yet, or no more, comes and goes without a word; one that is made so goes.
    if (!counts && kind !== 'UpdateQueryNode') return;
    this.note(table, keyOf(kept, row), counts && kind !== 'DeleteQueryNode' ? row : null);
  }
}

/** The key of a row as one text: its values with a slash between them. */
export function keyOf({ key }: KeptTable, row: KeptRow): string {
  return key.map((column) => String(row[column])).join('/');
}

/** The watch over this transaction, or undefined outside `transact`. */
export function watchOver(db: Db): RowWatch | undefined {
  return db.getExecutor().plugins.find((plugin) => plugin instanceof RowWatch);
}

/** The kept table that the statement writes to; undefined where it changes no column of which a hash is kept. */
function tableWritten(node: RootOperationNode): keyof Database | undefined {
  if (node.kind === 'InsertQueryNode') return keptName(node.into);
  if (node.kind === 'DeleteQueryNode') return keptName(node.from.froms[0]);
  if (node.kind !== 'UpdateQueryNode') return undefined;
  const table = keptName(node.table);
  if (table === undefined) return undefined;
  const columns = (node.updates ?? []).map(({ column }) => (column.kind === 'ColumnNode' ? nameIn(column) : ''));
  return columns.some((column) => KEPT[table]?.columns.includes(column)) ? table : undefined;
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
function countOf(node: RootOperationNode, count: number): UnknownRow {
  const rows = BigInt(count);
  const result =
    node.kind === 'InsertQueryNode'
      ? new InsertResult(undefined, rows)
      : node.kind === 'DeleteQueryNode'
        ? new DeleteResult(rows)
        : new UpdateResult(rows, undefined);
  return result as unknown as UnknownRow;
}
