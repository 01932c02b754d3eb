// The short way of a statement to its connection: Kysely's own takes longer than most of them.
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import { type Along, watchOver } from './row-watch.ts';
import type { Db } from './schema.ts';

interface Asked {
  /** From when Kysely has opened it until it closes it. */
  readonly is_open: boolean;
  ask<Row>(query: CompiledQuery<Row>): Promise<QueryResult<Row>>;
}

const drivers = new WeakMap<Db, Asked>();

/** From now on statements outside a transaction go to this driver. */
export function askBy(db: Db, driver: Asked): void {
  drivers.set(db, driver);
}

/** A connection that has the answer while it is asked, inside its transaction. */
export interface AtOnce extends DatabaseConnection {
  askAtOnce<Row>(query: CompiledQuery<Row>): QueryResult<Row>;
}

/** As Kysely's `executeQuery`, in one order with it. Fails in a transaction that has ended. */
export async function ask<Row>(db: Db, query: CompiledQuery<Row>): Promise<QueryResult<Row>> {
  const watch = watchOver(db);
  if (watch === undefined) {
    const driver = drivers.get(db);
    return driver?.is_open ? driver.ask<Row>(query) : db.executeQuery<Row>(query);
  }
  watch.assertOpen();
  const { connection } = watch;
  if (connection === undefined) return db.executeQuery<Row>(query);
  const is_at_once = answersAtOnce(connection);
  return watch.seen(query, is_at_once ? connection.askAtOnce(query) : await connection.executeQuery<Row>(query));
}

/**
 * As `ask`, of a statement whose rows nobody needs. In a transaction on PostgreSQL it waits for no answer, and goes to the server
 * with whatever is asked next: that fails where this does. The watch sees what it wrote before the next entry in the log.
 */
export function tell(db: Db, query: CompiledQuery): Promise<unknown> {
  const watch = watchOver(db);
  if (!watch?.connection || !takesAlong(watch.connection)) return ask(db, query);
  watch.assertOpen();
  watch.tell(watch.connection, query);
  return Promise.resolve();
}

function answersAtOnce(connection: DatabaseConnection): connection is AtOnce {
  return 'askAtOnce' in connection;
}

function takesAlong(connection: object): connection is Along {
  return 'executeAlong' in connection;
}
