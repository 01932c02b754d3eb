// Kysely on SQLite as this house wants it.
// Transactions begin immediate, schema changes are part of them, and a mistake that would hang for ever (asking the outer
// connection inside a transaction) fails at once.
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type SqliteDatabase from 'better-sqlite3';
import {
  type ColumnDefinitionNode,
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  type SelectModifierNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from 'kysely';
import { isId } from '#src/ids.ts';
import { othersTurn } from '#src/others-turn.ts';
import { isBusy } from './engine.ts';
import { Place } from './place.ts';
import { Statements } from './statements.ts';

const BUSY_LIMIT_MILLISECONDS = 5_000;

/** A Kysely dialect over one open SQLite file. Destroying the Kysely closes the file. */
export function sqliteDialect(file: SqliteDatabase.Database): Dialect {
  return {
    createDriver: () => new ImmediateDriver(file),
    createQueryCompiler: () => new LocklessCompiler(),
    createAdapter: () => new TransactionalAdapter(),
    createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
  };
}

const openTransaction = new AsyncLocalStorage<{ open: boolean }>();

/** Runs the work of a transaction so that a question put to the outer connection throws instead of waiting for itself. */
export async function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  const mark = { open: true };
  try {
    return await openTransaction.run(mark, work);
  } finally {
    mark.open = false;
  }
}

/** Throws where it is called inside the work of a transaction. */
export function refuseOuterConnection(): void {
  if (openTransaction.getStore()?.open)
    throw new Error('Inside a transaction, ask the context that the transaction was given, not the outer one.');
}

class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
  /** True only to keep Kysely's own queue away: ours (in the driver) is the one that sees the mistake above. */
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

class LocklessCompiler extends SqliteQueryCompiler {
  /** SQLite alone, and by an old mistake, lets a primary key be null. */
  protected override visitColumnDefinition(node: ColumnDefinitionNode): void {
    super.visitColumnDefinition(node.primaryKey ? { ...node, notNull: true } : node);
  }

  /**
   * SQLite looks at the value of a bare `?` when it plans, and so plans anew each time one is given, which takes up to ten
   * times as long as the question itself. What stands behind a plus, which changes no value, it leaves alone. Other values than
   * ids may tell it which of its partial indexes holds.
   */
  protected override appendValue(parameter: unknown): void {
    if (parameter instanceof Place || (typeof parameter === 'string' && isId(parameter))) this.append('+');
    super.appendValue(parameter);
  }

  protected override visitSelectModifier(node: SelectModifierNode): void {
    if (node.modifier !== 'ForUpdate') super.visitSelectModifier(node);
  }
}

class ImmediateDriver implements Driver {
  readonly #file: SqliteDatabase.Database;
  readonly #connection: SqliteConnection;
  #free: Promise<void> = Promise.resolve();
  #release: (() => void) | undefined;

  constructor(file: SqliteDatabase.Database) {
    this.#file = file;
    this.#connection = new SqliteConnection(file);
  }

  async init(): Promise<void> {}

  /** Answers come at once here, so that a chain of questions would hold everybody up without a turn in between. */
  async acquireConnection(): Promise<DatabaseConnection> {
    refuseOuterConnection();
    await othersTurn();
    const before = this.#free;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#free = promise;
    await before;
    this.#release = resolve;
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#release?.();
  }

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(settings.accessMode === 'read only' ? 'begin' : 'begin immediate'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  /** SQLite has already rolled back by itself after a full disk or a disk error. */
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#file.inTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async destroy(): Promise<void> {
    await this.#free;
    this.#file.close();
  }
}

class SqliteConnection implements DatabaseConnection {
  readonly #file: SqliteDatabase.Database;
  readonly #statements: Statements;

  constructor(file: SqliteDatabase.Database) {
    this.#file = file;
    this.#statements = new Statements(file);
  }

  /** A single statement that finds another process writing has done nothing, so it is tried again; transact does so for `begin`. */
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const deadline = performance.now() + BUSY_LIMIT_MILLISECONDS;
    for (;;) {
      try {
        return this.#run(query);
      } catch (error) {
        const isAlone = !this.#file.inTransaction && !query.sql.startsWith('begin');
        if (!isAlone || !isBusy(error) || performance.now() > deadline) throw error;
        await wait(20);
      }
    }
  }

  #run<R>(query: CompiledQuery): QueryResult<R> {
    const statement = this.#statements.of(query.sql);
    if (statement.reader) return { rows: statement.all(...query.parameters) as R[] };
    const { changes, lastInsertRowid } = statement.run(...query.parameters);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    for (const row of this.#file.prepare(query.sql).iterate(...query.parameters)) yield { rows: [row as R] };
  }
}
