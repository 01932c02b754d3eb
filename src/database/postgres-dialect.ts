// Kysely's dialect for PostgreSQL, with what this desk wants otherwise than Kysely has it.
// Whole numbers come back as numbers, one migrator's lock ends with its transaction, and asking the outer connection
// inside a transaction fails as it does on SQLite.
import { type DatabaseConnection, type Dialect, PostgresAdapter, PostgresDialect, PostgresDriver } from 'kysely';
import pg from 'pg';
import { ArrayCompiler } from './array-compiler.ts';
import { refuseOuterConnection } from './inside-transaction.ts';
import { PostgresClient } from './postgres-client.ts';

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

/** A Kysely dialect over the pool. Destroying the Kysely ends the pool. */
export function postgresDialect(pool: pg.Pool): Dialect {
  const dialect = new PostgresDialect({ pool });
  return {
    createDriver: () => new CarefulDriver({ pool }),
    createQueryCompiler: () => new ArrayCompiler(),
    createAdapter: () => new LocklessAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
  };
}

class CarefulDriver extends PostgresDriver {
  override async acquireConnection(
    ...options: Parameters<PostgresDriver['acquireConnection']>
  ): Promise<DatabaseConnection> {
    refuseOuterConnection();
    return super.acquireConnection(...options);
  }
}

/** migrate.ts takes its own lock before Kysely looks at anything. */
class LocklessAdapter extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}
