// Transactions of one SQLite file whose work is done, and that wait for one commit.
import type SqliteDatabase from 'better-sqlite3';
import type { Statements } from './statements.ts';

/** So many wait for one commit at most, so that none waits long. */
const MOST = 16;

export class CommittedTogether {
  readonly #file: SqliteDatabase.Database;
  readonly #statements: Statements;
  #done: PromiseWithResolvers<void>[] = [];

  constructor(file: SqliteDatabase.Database, statements: Statements) {
    this.#file = file;
    this.#statements = statements;
  }

  /** Whether something was written that may still be lost. */
  get is_open(): boolean {
    return this.#done.length > 0;
  }

  get is_full(): boolean {
    return this.#done.length >= MOST;
  }

  /** One more; the promise is kept when it is on the disk, and broken where all of them are undone. */
  add(): Promise<void> {
    const done = Promise.withResolvers<void>();
    this.#done.push(done);
    return done.promise;
  }

  /** Commits what waits. Where that fails, those hear of it whose work it was, and nobody else. */
  commit(): void {
    if (!this.is_open) return;
    try {
      this.#statements.of('commit').run();
    } catch (error) {
      if (this.#file.inTransaction) this.#statements.of('rollback').run();
      this.undone(error);
      return;
    }
    for (const { resolve } of this.#taken()) resolve();
  }

  /** SQLite has undone all of it by itself, as it does where a disk is full. */
  undone(error: unknown): void {
    for (const { reject } of this.#taken()) reject(error);
  }

  #taken(): PromiseWithResolvers<void>[] {
    const taken = this.#done;
    this.#done = [];
    return taken;
  }
}
