// Sees every kept row that a transaction stores or deletes, so that the log can keep a hash of it.
import {
  ColumnNode,
  type CompiledQuery,
  type DatabaseConnection,
  type KyselyPlugin,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryId,
  type QueryResult,
  ReferenceNode,
  ReturningNode,
  type RootOperationNode,
  SelectionNode,
  TableNode,
  type UnknownRow,
} from 'kysely';
import { needed } from '#src/item-at.ts';
import { KEPT } from './kept-rows.ts';
import { columnsToRead, type KeptTable, LISTED } from './kept-table.ts';
import { countOf, type KeptWrite, keptWriteOf, rowsGiven } from './kept-writes.ts';
import type { Database, Db } from './schema.ts';
import { noteSpelt, WrittenTables } from './written-tables.ts';

export type KeptRow = Readonly<Record<string, unknown>>;

/** A row as it was stored last, or null where it is gone. */
export interface RowStored {
  readonly table: keyof Database;
  readonly key: string;
  readonly row: KeptRow | null;
  /** The columns that were set. What stands in others nobody said, and may have been put there behind the log's back. */
  readonly columns: readonly string[];
}

/** A connection that takes statements along with what is asked next. */
export interface Along extends DatabaseConnection {
  executeAlong(query: CompiledQuery, seen: (result: QueryResult<KeptRow>) => void): void;
  /** Asks what was to go along; kept once it is answered. */
  askNow(): Promise<void>;
}

type Written = KeptWrite & { node: RootOperationNode };
/** The statement, and the values that were told with it where it is spelt without them. */
type Asked = { readonly queryId: QueryId; readonly parameters?: readonly unknown[] };

const ONE_ROW: QueryResult<never> = { rows: [], numAffectedRows: 1n };

/** What each statement writes, whichever transaction's watch saw it spelt: it may be asked again in others. */
const spelt = new WeakMap<QueryId, Written>();

/** A plugin for one transaction: asks each statement on a kept table for the rows it wrote, and remembers them. */
export class RowWatch implements KyselyPlugin {
  readonly #stored = new Map<string, RowStored>();
  readonly #held = new Set<string>();
  readonly #lists = new Map<string, { table: keyof Database; key: string; rows: KeptRow[] }>();
  /** What is told once all of it is stored: after-commit.ts. */
  readonly changed = new Set<string>();
  readonly written = new WrittenTables();
  /** That of the transaction while it is open: ask.ts. */
  connection: DatabaseConnection | undefined;
  #is_over = false;
  /** How many statements on kept tables have no answer yet. */
  #on_their_way = 0;
  #settle: (() => Promise<void>) | undefined;
  #at_end: ((db: Db) => Promise<void>) | undefined;

  transformQuery({ node, queryId }: PluginTransformQueryArgs): RootOperationNode {
    this.assertOpen();
    noteSpelt(queryId, node);
    const write = keptWriteOf(node);
    if (write === undefined) return node;
    spelt.set(queryId, { ...write, node });
    if (write.given) return node;
    const read = selectionsOf(write.table);
    const returning = 'returning' in node ? node.returning : undefined;
    return {
      ...node,
      returning: returning ? ReturningNode.cloneWithSelections(returning, read) : ReturningNode.create(read),
    } as RootOperationNode;
  }

  async transformResult({ queryId, result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return this.seen({ queryId }, result);
  }

  /** The transaction is about to end. */
  close(): void {
    this.connection = undefined;
    this.#is_over = true;
  }

  /** Of what is asked at once one may fail, and undo all, while another goes on: that stores nothing any more. */
  assertOpen(): void {
    if (this.#is_over) throw new Error('The transaction has ended.');
  }

  /** Notes what a statement wrote, and gives what whoever asked it would have been answered without a watch. */
  seen<Row>({ queryId, parameters }: Asked, result: QueryResult<Row>): QueryResult<Row> {
    this.written.add(queryId);
    const written = spelt.get(queryId);
    if (written === undefined) return result;
    const { node, given } = written;
    if (given !== undefined) {
      // Of a row that is not there nothing was changed.
      if (node.kind === 'UpdateQueryNode' && result.numAffectedRows !== 1n) return result;
      for (const row of rowsGiven(given, parameters)) this.#noteWritten(written, row);
      return result;
    }
    for (const row of result.rows) this.#noteWritten(written, row as KeptRow);
    if ('returning' in node && node.returning) return result;
    return { ...result, rows: [countOf(node, result.rows.length) as Row] };
  }

  /** Asks a statement without waiting for its answer; what it writes is noted when that comes, or at once where it is known. */
  tell(connection: Along, query: CompiledQuery): void {
    this.written.add(query.queryId);
    const written = spelt.get(query.queryId);
    // Behind others on their way it is noted in its turn: they may be of the same row.
    const is_known = written !== undefined && this.#on_their_way === 0 && this.#isThere(written, query.parameters);
    const is_awaited = written !== undefined && !is_known;
    if (is_known) this.seen(query, ONE_ROW);
    if (is_awaited) this.#on_their_way += 1;
    this.#settle = () => connection.askNow();
    connection.executeAlong(query, (result) => {
      if (!is_awaited) return;
      this.#on_their_way -= 1;
      this.seen(query, result);
    });
  }

  /** The transaction has locked this row: until it ends it is there, and nobody else changes it. */
  hold(table: keyof Database, key: string): void {
    this.#held.add(`${table} ${key}`);
  }

  /** Whether what is written is known before it is: new rows, or a change of one that is held. */
  #isThere({ table, given, node }: Written, told: readonly unknown[]): boolean {
    if (given === undefined || node.kind === 'InsertQueryNode') return given !== undefined;
    const kept = needed(KEPT[table], `kept table ${table}`);
    return rowsGiven(given, told).every((row) => this.#held.has(`${table} ${keyOf(kept, row)}`));
  }

  /** To be awaited before `take`: all that was asked has been seen by then. */
  async settled(): Promise<void> {
    if (this.#on_their_way > 0) await this.#settle?.();
  }

  /** Remembers a row as it is now, with those columns that were set besides what is known to be set already. */
  note(stored: RowStored): void {
    const name = `${stored.table} ${stored.key}`;
    const known = this.#stored.get(name);
    if (!known?.row || stored.row === null) this.#stored.set(name, stored);
    else {
      const columns = [...new Set([...known.columns, ...stored.columns])];
      this.#stored.set(name, { ...stored, row: { ...known.row, ...stored.row }, columns });
    }
  }

  /** All that was stored since this was asked last. */
  take(): RowStored[] {
    const lists = [...this.#lists.values()].map(({ table, key, rows }) => {
      return { table, key, row: listOf(needed(KEPT[table], `kept table ${table}`), rows), columns: [LISTED] };
    });
    const all = [...this.#stored.values(), ...lists];
    this.#stored.clear();
    this.#lists.clear();
    return all;
  }

  /** What is to be done at the end of the transaction, where rows were stored behind the last entry. */
  atEnd(work: (db: Db) => Promise<void>): void {
    this.#at_end = work;
  }

  /** Called once all work of the transaction is done. */
  async end(db: Db): Promise<void> {
    await this.settled();
    if (this.#stored.size + this.#lists.size > 0) await this.#at_end?.(db);
  }

  #noteWritten({ table, columns, node: { kind } }: Written, row: KeptRow): void {
    const kept = needed(KEPT[table], `kept table ${table}`);
    if (kept.list !== undefined && kind === 'InsertQueryNode') {
      this.#noteListed(table, keyOf(kept, row), row);
      return;
    }
    const counts = kept.while === undefined || row[kept.while] !== null;
    // A row that does not count yet, or no more, comes and goes without a word; one that is made so goes.
    if (!counts && kind !== 'UpdateQueryNode') return;
    this.note({ table, key: keyOf(kept, row), row: counts && kind !== 'DeleteQueryNode' ? row : null, columns });
  }

  #noteListed(table: keyof Database, key: string, row: KeptRow): void {
    const known = this.#lists.get(`${table} ${key}`);
    if (known === undefined) this.#lists.set(`${table} ${key}`, { table, key, rows: [row] });
    else known.rows.push(row);
  }
}

function selectionsOf(table: keyof Database): SelectionNode[] {
  return columnsToRead(needed(KEPT[table], `kept table ${table}`)).map((column) =>
    SelectionNode.create(ReferenceNode.create(ColumnNode.create(column), TableNode.create(table))),
  );
}

/** The rows under one key as one row of one column, whatever order they come in. */
export function listOf({ key, list }: KeptTable, rows: readonly KeptRow[]): KeptRow {
  const { by, of } = needed(list, 'list');
  const sorted = rows.toSorted((a, b) => Number(a[by]) - Number(b[by]));
  const [first] = rows;
  return {
    ...Object.fromEntries(key.map((column) => [column, first?.[column]])),
    [LISTED]: JSON.stringify(sorted.map((row) => of.map((column) => row[column]))),
  };
}

/** The key of a row as one text: its values with a slash between them. */
export function keyOf({ key }: KeptTable, row: KeptRow): string {
  return key.map((column) => String(row[column])).join('/');
}

/** Whether all that this transaction has written so far is of these tables; false outside `transact`. */
export function wroteOnly(db: Db, tables: ReadonlySet<string>): boolean {
  return watchOver(db)?.written.areOf(tables) ?? false;
}

/** The watch over this transaction, or undefined outside `transact`. */
export function watchOver(db: Db): RowWatch | undefined {
  return db.getExecutor().plugins.find((plugin) => plugin instanceof RowWatch);
}
