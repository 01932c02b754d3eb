// Which of the desk's statements would read a whole table, on either engine, as its own planner tells.
import { CompiledQuery } from 'kysely';
import type { Db, Engine } from '#src/database/engine.ts';

export interface WholeRead {
  /** What is read to its end, as the statement calls it, and by which index: `claim`, `fix by fix_asked`. */
  what: string;
  sql: string;
}

/** A row that is put into a table is looked for nowhere, though SQLite's plan lists the foreign keys that may lead to it. */
const ONLY_PUTS_IN = /^insert into "\w+" \([^)]*\) values/;

/** All whole reads of these statements, as SQLite spells them, on an empty database with today's tables. */
export async function wholeReads(db: Db, engine: Engine, asked: Iterable<string>): Promise<WholeRead[]> {
  const statements = [...asked].filter((sql) => !ONLY_PUTS_IN.test(sql));
  return engine === 'sqlite' ? onSqlite(db, statements) : onPostgres(db, statements);
}

/** An index that is made for one statement reads the whole table, too. */
const READ_WHOLE = /^(?:SCAN (?=\S)|SEARCH (?=\S+ USING AUTOMATIC))(\S+)(?: USING (?:COVERING )?INDEX (\w+))?/;

async function onSqlite(db: Db, statements: string[]): Promise<WholeRead[]> {
  const reads: WholeRead[] = [];
  for (const sql of statements) {
    const values = Array.from(sql.matchAll(/\?/g), () => null);
    const plan = await db.executeQuery<{ detail: string }>(CompiledQuery.raw(`explain query plan ${sql}`, values));
    for (const { detail } of plan.rows) {
      const [, what, index] = READ_WHOLE.exec(detail) ?? [];
      if (what !== undefined) reads.push({ what: index === undefined ? what : `${what} by ${index}`, sql });
    }
  }
  return reads;
}

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: Node[];
}

/** An index of words is asked in other statements on PostgreSQL, each of which names the partial index that it needs. */
const OF_SQLITE_ALONE = /\bsearch_\w+"? match \?/;

/** Forbidden to read tables whole, it does so only where no index leads in. */
function onPostgres(db: Db, statements: string[]): Promise<WholeRead[]> {
  return db.connection().execute(async (connection) => {
    await connection.executeQuery(CompiledQuery.raw('set enable_seqscan = off'));
    const reads: WholeRead[] = [];
    for (const sql of statements.filter((one) => !OF_SQLITE_ALONE.test(one))) {
      let number = 0;
      // The plus is spelt for SQLite alone.
      const spelt = sql.replaceAll(/\+?\?/g, () => `$${++number}`);
      const plan = CompiledQuery.raw(`explain (generic_plan, format json) ${spelt}`);
      const { rows } = await connection.executeQuery<{ 'QUERY PLAN': [{ Plan: Node }] }>(plan);
      for (const row of rows) reads.push(...readWhole(row['QUERY PLAN'][0].Plan).map((what) => ({ what, sql })));
    }
    return reads;
  });
}

function readWhole(node: Node): string[] {
  const below = (node.Plans ?? []).flatMap(readWhole);
  const { 'Node Type': type, 'Relation Name': table } = node;
  return type === 'Seq Scan' && table !== undefined ? [table, ...below] : below;
}
