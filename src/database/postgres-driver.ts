// The connections of a pool, as Kysely takes them: beginning goes along with the first statement.
import type { CompiledQuery, Driver, QueryResult, TransactionSettings } from 'kysely';
import type pg from 'pg';
import { needed } from '#src/item-at.ts';
import { codeOf } from './engine.ts';
import { refuseOuterConnection } from './inside-transaction.ts';
import type { Answer } from './postgres-answers.ts';
import type { PostgresClient } from './postgres-client.ts';
import { isRead, Reads } from './postgres-reads.ts';
import type { Along } from './row-watch.ts';

type Pooled = pg.PoolClient & PostgresClient;

const WRITES = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);
const SHUTS_DOWN = '57P0';
const COMMIT = 'commit';
const ROLLBACK = 'rollback';

export class DeskPostgresDriver implements Driver {
  readonly #pool: pg.Pool;
  readonly #reads = new Reads((work) => this.#lend(work));
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
    return new Connection(this.#pool, this.#reads);
  }

  async #lend(work: (client: Pooled) => Promise<unknown>[]): Promise<void> {
    const client = (await this.#pool.connect()) as Pooled;
    const answers = await Promise.allSettled(work(client));
    client.release(answers.some((answer) => answer.status === 'rejected' && isEnding(answer.reason)));
  }

  async releaseConnection(connection: Connection): Promise<void> {
    connection.release();
  }

  beginTransaction(connection: Connection, settings: TransactionSettings): Promise<void> {
    return connection.begin(settings);
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

/** The server ends this connection: nobody else shall get it meanwhile. */
function isEnding(error: unknown): boolean {
  return codeOf(error).startsWith(SHUTS_DOWN);
}

/** One of them, from the first statement that may change something; what is only read before that goes with others' reads. */
class Connection implements Along {
  readonly #pool: pg.Pool;
  readonly #reads: Reads;
  #taken: Pooled | undefined;
  #is_broken = false;
  #beginning = '';

  constructor(pool: pg.Pool, reads: Reads) {
    this.#pool = pool;
    this.#reads = reads;
  }

  async #take(): Promise<Pooled> {
    this.#taken ??= (await this.#pool.connect()) as Pooled;
    return this.#taken;
  }

  get #client(): Pooled {
    return needed(this.#taken, 'a connection that has begun');
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    try {
      if (this.#taken === undefined && isRead(query)) return resultOf<R>(await this.#reads.ask(query));
      const client = this.#taken ?? (await this.#take());
      return resultOf<R>(await client.ask(query.sql, query.parameters));
    } catch (error) {
      if (isEnding(error)) this.#is_broken = true;
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

  async begin({ isolationLevel, accessMode }: TransactionSettings): Promise<void> {
    const isolation = isolationLevel === undefined ? '' : ` isolation level ${isolationLevel}`;
    const settings = `${isolation} ${accessMode ?? ''}`.trimEnd();
    this.#beginning = settings === '' ? 'begin' : `start transaction ${settings.trimStart()}`;
    (await this.#take()).askAlong(this.#beginning);
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
    this.#taken?.release(this.#is_broken);
    this.#taken = undefined;
  }
}

function resultOf<R>({ command, rowCount, rows }: Answer): QueryResult<R> {
  const counted = WRITES.has(command) ? { numAffectedRows: BigInt(rowCount) } : {};
  return { ...counted, rows: rows as R[] };
}
