// The PostgreSQL database that a bench fills: one that is there already, or a server's of its own.
import { startPostgres } from '#tests/support/postgres.ts';
import type { Postgres } from './start-desk.ts';

/** That of this address, which has to be empty; else a server is started with these settings, that `stop` removes. */
export async function postgresFor(
  database: string | undefined,
  settings: readonly string[],
): Promise<Postgres & { stop(): Promise<void> }> {
  return database === undefined ? startPostgres(settings) : { url: database, stop: async () => {} };
}
