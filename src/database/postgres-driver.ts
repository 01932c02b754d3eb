// The connections of a pool, as Kysely takes them: beginning goes along with the first statement.
import type { CompiledQuery, Driver, QueryResult, TransactionSettings } from 'kysely';
import type pg from 'pg';
import { codeOf } from './engine.ts';
import { refuseOuterConnection } from './inside-transaction.ts';
import type { Answer } from './postgres-answers.ts';
import type { PostgresClient } from './postgres-client.ts';
import type { Along } from './row-watch.ts';

type Pooled = pg.PoolClient & PostgresClient;

const WRITES = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);
/** The server ends this connection, or all: nobody else shall get it meanwhile. */
const SHUTS_DOWN = '57P0';
const COMMIT = 'commit';
const ROLLBACK = 'rollback';

export class DeskPostgresDriver implements Driver {
  readonly #pool: pg.Pool;
  readonly #connections = new WeakMap<pg.PoolClient, Connection>();
  #is_open = false;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /** Whether Kysely has opened it and not closed it yet. */
  get is_open(): boolean {
    return this.#is_open;
  }

  async init(): Promise<void> {
    this.#is_open = true;
  }

  /** Asks outside a transaction. */
  async ask<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const connection = await this.acquireConnection();
    try {
      return await connection.executeQuery<R>(query);
    } finally {
      connection.release();
    }
  }

  async acquireConnection(): Promise<Connection> {
    refuseOuterConnection();
    const client = (await this.#pool.connect()) as Pooled;
    const connection = this.#connections.get(client) ?? new Connection(client);
    this.#connections.set(client, connection);
    return connection;
  }

  async releaseConnection(connection: Connection): Promise<void> {
    connection.release();
  }

  async beginTransaction(connection: Connection, settings: TransactionSettings): Promise<void> {
    connection.begin(settings);
  }

  commitTransaction(connection: Connection): Promise<void> {
    return connection.commit();
  }

  rollbackTransaction(connection: Connection): Promise<void> {
    return connection.rollback();
  }

  async destroy(): Promise<void> {
    if (!this.#is_open) return;
    this.#is_open = false;
    await this.#pool.end();
  }
}

/** One of them, for as long as somebody has it. */
class Connection implements Along {
  readonly #client: Pooled;
  #is_broken = false;
  #beginning = '';

  constructor(client: Pooled) {
    this.#client = client;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    try {
      return resultOf<R>(await this.#client.ask(sql, parameters));
    } catch (error) {
      if (codeOf(error).startsWith(SHUTS_DOWN)) this.#is_broken = true;
      // Where it was made says nothing of who asked.
      if (error instanceof Error) Error.captureStackTrace(error);
      throw error;
    }
  }

  executeAlong<R>({ sql, parameters }: CompiledQuery, seen: (result: QueryResult<R>) => void): void {
    this.#client.askAlong(sql, parameters, (answer) => seen(resultOf(answer)));
  }

  askNow(): Promise<void> {
    return this.#client.askNow();
  }

  streamQuery(): never {
    throw new Error('Rows of PostgreSQL are asked for some at a time.');
  }

  begin({ isolationLevel, accessMode }: TransactionSettings): void {
    const isolation = isolationLevel === undefined ? '' : ` isolation level ${isolationLevel}`;
    const settings = `${isolation} ${accessMode ?? ''}`.trimEnd();
    this.#beginning = settings === '' ? 'begin' : `start transaction ${settings.trimStart()}`;
    this.#client.askAlong(this.#beginning);
  }

  async commit(): Promise<void> {
    const { command } = await this.#client.ask(COMMIT);
    if (command !== 'COMMIT') throw new Error('Nothing was committed, since one of the statements had failed.');
  }

  /** The failure that it is for is told; where it fails as well, nobody else gets this connection. */
  async rollback(): Promise<void> {
    try {
      if (!this.#client.leaveOut().includes(this.#beginning)) await this.#client.ask(ROLLBACK);
    } catch {
      this.#is_broken = true;
    }
  }

  release(): void {
    this.#client.release(this.#is_broken);
  }
}

function resultOf<R>({ command, rowCount, rows }: Answer): QueryResult<R> {
  const counted = WRITES.has(command) ? { numAffectedRows: BigInt(rowCount) } : {};
  return { ...counted, rows: rows as R[] };
}
