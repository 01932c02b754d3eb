// The short way of a statement to its connection: Kysely's own takes longer than most of them.
import type { CompiledQuery, QueryResult } from 'kysely';
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

/** As Kysely's `executeQuery`, in one order with it. Fails in a transaction that has ended. */
export async function ask<Row>(db: Db, query: CompiledQuery<Row>): Promise<QueryResult<Row>> {
  const watch = watchOver(db);
  watch?.assertOpen();
  if (watch?.connection) return watch.seen(query, await watch.connection.executeQuery<Row>(query));
  const driver = drivers.get(db);
  return driver?.is_open ? driver.ask<Row>(query) : db.executeQuery<Row>(query);
}

/**
 * As `ask`, of a statement whose rows nobody needs. In a transaction on PostgreSQL it waits for no answer, and goes to the server
 * with whatever is asked next: that fails where this does. The watch sees what it wrote before the next entry in the log.
 */
export async function tell(db: Db, query: CompiledQuery): Promise<void> {
  const watch = watchOver(db);
  watch?.assertOpen();
  if (watch?.connection && takesAlong(watch.connection)) watch.tell(watch.connection, query);
  else await ask(db, query);
}

function takesAlong(connection: object): connection is Along {
  return 'executeAlong' in connection;
}
