// Kysely's dialect for PostgreSQL, with what this desk wants otherwise than Kysely has it.
// Whole numbers come back as numbers, one migrator's lock ends with its transaction, and asking the outer connection
// inside a transaction fails as it does on SQLite.
import { type Dialect, Kysely, PostgresAdapter, PostgresIntrospector } from 'kysely';
import pg from 'pg';
import { ArrayCompiler } from './array-compiler.ts';
import { askBy } from './ask.ts';
import { PostgresClient } from './postgres-client.ts';
import { DeskPostgresDriver } from './postgres-driver.ts';
import type { Database } from './schema.ts';

const INT8 = 20;
const NUMERIC = 1700;

/** A pool of connections; it opens the first one when it is asked something. */
export function postgresPool(database_url: string): pg.Pool {
  const types: pg.CustomTypesConfig = {
    getTypeParser: (id, format) =>
      id === INT8 || id === NUMERIC ? Number : pg.types.getTypeParser(id, format as 'text'),
  };
  const pool = new pg.Pool({
    connectionString: database_url,
    // One thread keeps no more of them busy; on more, each plans every statement anew some times, and is found cold.
    max: 5,
    connectionTimeoutMillis: 10_000,
    // A new one has to prove the password again, and knows no plan.
    idleTimeoutMillis: 300_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: 'claimdesk',
    // Compiling a plan takes longer than any page of a desk may; and a desk lies in memory, or on a disk that does not turn.
    options: '-c jit=off -c random_page_cost=1.1',
    Client: PostgresClient,
    types,
  });
  // A server that restarts ends idle connections; the pool opens new ones, and the next question says what is wrong.
  pool.on('error', () => {});
  return pool;
}

/** Kysely over the pool. Destroying it ends the pool. */
export function kyselyOver(pool: pg.Pool): Kysely<Database> {
  const driver = new DeskPostgresDriver(pool);
  const db = new Kysely<Database>({ dialect: postgresDialect(driver) });
  askBy(db, driver);
  return db;
}

function postgresDialect(driver: DeskPostgresDriver): Dialect {
  return {
    createDriver: () => driver,
    createQueryCompiler: () => new ArrayCompiler(),
    createAdapter: () => new LocklessAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  };
}

/** migrate.ts takes its own lock before Kysely looks at anything. */
class LocklessAdapter extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}
