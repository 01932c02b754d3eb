// The sessions of the limit, in its SQLite file.
import type SqliteDatabase from 'better-sqlite3';
import session, { type SessionData } from 'express-session';

type Done = (error?: unknown) => void;

/** As little as express-session asks for. */
export class LimitSessions extends session.Store {
  readonly #find: SqliteDatabase.Statement<[string], { data: string }>;
  readonly #put: SqliteDatabase.Statement<[string, string]>;

  constructor(file: SqliteDatabase.Database) {
    super();
    file.exec('create table if not exists session (id text primary key, data text)');
    this.#find = file.prepare('select data from session where id = ?');
    this.#put = file.prepare('insert or replace into session values (?, ?)');
  }

  override get(id: string, done: (error: unknown, data?: SessionData | null) => void): void {
    const row = this.#find.get(id);
    done(null, row === undefined ? null : JSON.parse(row.data));
  }

  override set(id: string, data: SessionData, done: Done = () => {}): void {
    this.#put.run(id, JSON.stringify(data));
    done();
  }

  override touch(_id: string, _data: SessionData, done: Done = () => {}): void {
    done();
  }

  override destroy(_id: string, done: Done = () => {}): void {
    done();
  }
}
