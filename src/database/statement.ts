// Statements spelt once and asked with other values each time: to spell one costs more than to run it.
import type { Compilable, CompiledQuery } from 'kysely';
import { ask, tell } from './ask.ts';
import { engineOf } from './engine.ts';
import { Place } from './place.ts';
import { watchOver } from './row-watch.ts';
import type { Db } from './schema.ts';

type Variants = (string | boolean | readonly string[])[];

/**
 * A statement of these values, spelt by `build` once for each engine, and once more where rows are watched. What it is given
 * stands for values that come later: it may put them into the statement, and must not look at them. None may be undefined,
 * nor null where the spelling would be another one. `variant` is what the spelling depends on, from a list of the program's.
 */
export function statement<Values extends object, Row, Variant extends Variants>(
  build: (db: Db, values: Values, ...variant: Variant) => Compilable<Row>,
): (db: Db, values: Values, ...variant: Variant) => Promise<Row[]> {
  const spelt = speltBy(build);
  return async (db, values, ...variant) => (await ask<Row>(db, spelt(db, values, variant))).rows;
}

/** The same of a statement whose rows nobody needs, and whose answer the transaction that it is part of need not wait for. */
export function instruction<Values extends object, Variant extends Variants>(
  build: (db: Db, values: Values, ...variant: Variant) => Compilable,
): (db: Db, values: Values, ...variant: Variant) => Promise<unknown> {
  const spelt = speltBy(build);
  return (db, values, ...variant) => tell(db, spelt(db, values, variant));
}

function speltBy<Values extends object, Row, Variant extends Variants>(
  build: (db: Db, values: Values, ...variant: Variant) => Compilable<Row>,
): (db: Db, values: Values, variant: Variant) => CompiledQuery<Row> {
  const spelt = new Map<string, CompiledQuery<Row>>();
  return (db, values, variant) => {
    const name = `${engineOf(db)} ${watchOver(db) === undefined} ${variant.join(' ')}`;
    const known = spelt.get(name) ?? withConstants(db, build(db, places<Values>(), ...variant).compile());
    spelt.set(name, known);
    const { query, queryId, sql } = known;
    return { query, queryId, sql, parameters: valuesFor(known.parameters, values) };
  };
}

/**
 * Whatever is given no place is the program's own, and stands in the spelling as it is: SQLite plans once with what it then
 * knows of it, where it would plan anew for each value that is given (sqlite-dialect.ts).
 */
function withConstants<Row>(db: Db, query: CompiledQuery<Row>): CompiledQuery<Row> {
  const marks = query.sql.match(/\?/g) ?? [];
  if (engineOf(db) !== 'sqlite' || marks.length !== query.parameters.length) return query;
  const left: unknown[] = [];
  const given = query.parameters.values();
  const sql = query.sql.replace(/\+?\?/g, (mark) => {
    const { value } = given.next();
    const constant = constantOf(value);
    if (constant === undefined) left.push(value);
    return constant ?? mark;
  });
  return { ...query, sql, parameters: left };
}

function constantOf(value: unknown): string | undefined {
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  if (value === null) return 'null';
  return Number.isSafeInteger(value) && Number(value) >= 0 ? String(value) : undefined;
}

function places<Values extends object>(): Values {
  return new Proxy({}, { get: (_, name) => new Place(String(name)) }) as Values;
}

function valuesFor(parameters: readonly unknown[], values: object): unknown[] {
  const given: unknown[] = [];
  for (const parameter of parameters) {
    const value = parameter instanceof Place ? (values as Record<string, unknown>)[parameter.name] : parameter;
    if (value === undefined)
      throw new Error(`A statement wants the value ${(parameter as Place).name}, and was given none.`);
    given.push(value);
  }
  return given;
}
