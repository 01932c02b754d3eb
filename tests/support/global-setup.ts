// Starts one PostgreSQL server for all test files, and tells them where it is.
import { makePostgresTemplate, SERVER_VARIABLE } from './engines.ts';
import { type PostgresServer, startPostgres } from './postgres.ts';

let server: PostgresServer | undefined;

export async function globalSetup(): Promise<void> {
  server = await startPostgres();
  await makePostgresTemplate(server.url);
  process.env[SERVER_VARIABLE] = server.url;
}

export async function globalTeardown(): Promise<void> {
  await server?.stop();
}
