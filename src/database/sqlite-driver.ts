// The one connection of a SQLite file, taken in turns; transactions that wait for each other commit together.
import { setTimeout as wait } from 'node:timers/promises';
import type SqliteDatabase from 'better-sqlite3';
import type { CompiledQuery, Driver, QueryResult, TransactionSettings } from 'kysely';
import { isLong, othersTurn } from '#src/others-turn.ts';
import type { AtOnce } from './ask.ts';
import { CommittedTogether } from './committed-together.ts';
import { isBusy } from './engine.ts';
import { refuseOuterConnection } from './inside-transaction.ts';
import { Statements } from './statements.ts';

const BUSY_LIMIT_MILLISECONDS = 5_000;

/** The transaction of whoever has the connection: it reads as of one moment, is the first that writes, or writes behind others that are not committed. */
type Work = 'reads' | 'first' | 'behind others';

const BEGINNINGS: Record<Work, string> = {
  reads: 'begin',
  first: 'begin immediate',
  'behind others': 'savepoint work',
};

/** What of a file outlasts whoever works with it: its statements, and how it is left. */
export interface OpenFile {
  statements: Statements;
  leave(): void;
}

export class SqliteDriver implements Driver {
  readonly #file: SqliteDatabase.Database;
  readonly #leave: () => void;
  readonly #statements: Statements;
  readonly #together: CommittedTogether;
  #free: Promise<void> = Promise.resolve();
  /** How many wait for the connection. */
  #waiting = 0;
  #is_open = false;
  /** How many have the connection or wait for it. */
  #held = 0;
  readonly #alone: Turn;
  #keeps_in_memory = false;

  constructor(file: SqliteDatabase.Database, open: Partial<OpenFile> = {}) {
    this.#file = file;
    this.#leave = open.leave ?? (() => void file.close());
    this.#statements = open.statements ?? new Statements(file);
    this.#together = new CommittedTogether(file, this.#statements);
    this.#alone = new Turn({ file, statements: this.#statements, together: this.#together, end: () => {} });
  }

  /** Whether Kysely has opened it and not closed it yet. */
  get is_open(): boolean {
    return this.#is_open;
  }

  async init(): Promise<void> {
    this.#is_open = true;
  }

  /** Asks outside a transaction, without a turn of its own where nobody has the connection. */
  async ask<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    refuseOuterConnection();
    if (isLong()) await othersTurn();
    if (this.#held === 0) {
      this.#together.commit();
      try {
        return this.#alone.run<R>(query);
      } catch (error) {
        if (!isBusy(error)) throw error;
      }
    }
    const turn = await this.acquireConnection();
    try {
      return await turn.executeQuery<R>(query);
    } finally {
      await this.releaseConnection(turn);
    }
  }

  /** Answers come at once here, so that a chain of questions would hold everybody up without a turn in between. */
  async acquireConnection(): Promise<Turn> {
    refuseOuterConnection();
    await othersTurn();
    const before = this.#free;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#free = promise;
    this.#held += 1;
    this.#waiting += 1;
    await before;
    this.#waiting -= 1;
    const end = () => {
      this.#held -= 1;
      resolve();
    };
    return new Turn({ file: this.#file, statements: this.#statements, together: this.#together, end });
  }

  async releaseConnection(turn: Turn): Promise<void> {
    if (!turn.is_over && this.#waiting === 0) this.#together.commit();
    turn.end();
  }

  async beginTransaction(turn: Turn, { accessMode }: TransactionSettings): Promise<void> {
    const work = accessMode === 'read only' ? 'reads' : this.#together.is_open ? 'behind others' : 'first';
    if (work === 'first' && this.#waiting > 0) this.#keepSavepointsInMemory();
    turn.begin(work);
  }

  /** What a savepoint would put back is some pages, and costs more on the disk than the commit that it spares. */
  #keepSavepointsInMemory(): void {
    if (this.#keeps_in_memory) return;
    this.#file.pragma('temp_store = memory');
    this.#keeps_in_memory = true;
  }

  /** Where others wait for the connection they have it first, and may be committed with this one: an answer waits for that. */
  async commitTransaction(turn: Turn): Promise<void> {
    const is_alone = turn.work === 'first' && this.#waiting === 0;
    if (is_alone || turn.work === 'reads') return turn.leave('commit');
    turn.leave(turn.work === 'behind others' ? 'release work' : null);
    const committed = this.#together.add();
    if (this.#waiting === 0 || this.#together.is_full) this.#together.commit();
    turn.end();
    await committed;
  }

  /** SQLite has already rolled back by itself after a full disk or a disk error. */
  async rollbackTransaction(turn: Turn): Promise<void> {
    if (turn.work === undefined || !this.#file.inTransaction) return;
    if (turn.work !== 'behind others') return turn.leave('rollback');
    this.#statements.of('rollback to work').run();
    turn.leave('release work');
  }

  async destroy(): Promise<void> {
    this.#is_open = false;
    await this.#free;
    this.#leave();
  }
}

interface TurnParts {
  file: SqliteDatabase.Database;
  statements: Statements;
  together: CommittedTogether;
  end: () => void;
}

/** The connection, for as long as somebody has it. */
class Turn implements AtOnce {
  readonly #parts: TurnParts;
  #work: Work | undefined;
  #is_over = false;

  constructor(parts: TurnParts) {
    this.#parts = parts;
  }

  get work(): Work | undefined {
    return this.#work;
  }

  get is_over(): boolean {
    return this.#is_over;
  }

  begin(work: Work): void {
    if (work === 'reads') this.#parts.together.commit();
    this.#parts.statements.of(BEGINNINGS[work]).run();
    this.#work = work;
  }

  /** Ends its transaction, with this statement where it takes one. */
  leave(statement: string | null): void {
    if (statement !== null) this.#parts.statements.of(statement).run();
    this.#work = undefined;
  }

  end(): void {
    this.#is_over = true;
    this.#parts.end();
  }

  /** A single statement that finds another process writing has done nothing, so it is tried again; transact does so for `begin`. */
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const deadline = performance.now() + BUSY_LIMIT_MILLISECONDS;
    this.#seeNothingUncommitted();
    for (;;) {
      try {
        return this.run(query);
      } catch (error) {
        this.#undoneBy(error);
        if (this.#parts.file.inTransaction || !isBusy(error) || performance.now() > deadline) throw error;
        await wait(20);
      }
    }
  }

  /** Inside its transaction, where no other process can be writing. */
  askAtOnce<R>(query: CompiledQuery): QueryResult<R> {
    try {
      return this.run(query);
    } catch (error) {
      this.#undoneBy(error);
      throw error;
    }
  }

  /** What others have written here goes with this where SQLite has undone all of it. */
  #undoneBy(error: unknown): void {
    const { file, together } = this.#parts;
    if (together.is_open && !file.inTransaction) together.undone(error);
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    this.#seeNothingUncommitted();
    const kept = this.#parts.statements.of(query.sql);
    // One that gives its rows out to somebody gives them to nobody else meanwhile.
    const statement = kept.busy ? this.#parts.file.prepare(query.sql) : kept;
    for (const row of statement.iterate(...query.parameters)) yield { rows: [row as R] };
  }

  /** What others have written is there for whoever writes behind them, and for nobody else before it is on the disk. */
  #seeNothingUncommitted(): void {
    if (this.#work === undefined) this.#parts.together.commit();
  }

  run<R>(query: CompiledQuery): QueryResult<R> {
    const statement = this.#parts.statements.of(query.sql);
    if (statement.reader) return { rows: statement.all(...query.parameters) as R[] };
    const { changes, lastInsertRowid } = statement.run(...query.parameters);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }
}
