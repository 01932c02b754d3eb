// Before all test files: the browser is unpacked, and one PostgreSQL server started, of which they are told where it is.
import { browserProgram } from './browser-program.ts';
import { makePostgresTemplate, SERVER_VARIABLE } from './engines.ts';
import { type PostgresServer, startPostgres } from './postgres.ts';

let server: PostgresServer | undefined;

export async function globalSetup(): Promise<void> {
  await browserProgram();
  server = await startPostgres();
  await makePostgresTemplate(server.url);
  process.env[SERVER_VARIABLE] = server.url;
}

export async function globalTeardown(): Promise<void> {
  await server?.stop();
}
