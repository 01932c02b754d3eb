// The statements that desks under test put to their SQLite files, each once, for whatever page.
import SqliteDatabase from 'better-sqlite3';

/** What a connection asks of its engine when it opens is of no table that grows. */
const OF_THE_ENGINE = /\b(?:sqlite|kysely|pragma)_/;
const QUESTION = /^\s*(?:select|insert|update|delete|with)\b/i;

/** From now until `end`, notes each statement that any file opened for writing prepares. Tests that only look do so read-only. */
export function noteStatements(): { asked: ReadonlySet<string>; end(): void } {
  const asked = new Set<string>();
  const { prepare } = SqliteDatabase.prototype;
  SqliteDatabase.prototype.prepare = function noting(this: SqliteDatabase.Database, sql: string) {
    if (!this.readonly && QUESTION.test(sql) && !OF_THE_ENGINE.test(sql)) asked.add(sql);
    return prepare.call(this, sql);
  } as typeof prepare;
  return {
    asked,
    end() {
      SqliteDatabase.prototype.prepare = prepare;
    },
  };
}
