// The statements that desks under test put to their SQLite files, each once, for whatever page.
import { Statements } from '#src/database/statements.ts';

/** What a connection asks of its engine when it opens is of no table that grows. */
const OF_THE_ENGINE = /\b(?:sqlite|kysely|pragma)_/;
const QUESTION = /^\s*(?:select|insert|update|delete|with)\b/i;

/** From now until `end`, notes each statement that any desk asks, whether its file has prepared it before or not. */
export function noteStatements(): { asked: ReadonlySet<string>; end(): void } {
  const [all, asked] = [new Set<string>(), new Set<string>()];
  const { of } = Statements.prototype;
  Statements.prototype.of = function noting(this: Statements, sql: string) {
    if (!all.has(sql) && QUESTION.test(sql) && !OF_THE_ENGINE.test(sql)) asked.add(sql);
    all.add(sql);
    return of.call(this, sql);
  };
  return {
    asked,
    end() {
      Statements.prototype.of = of;
    },
  };
}
