// Before all test files: the program compiled, browser, PostgreSQL and SQLite template, and where they are.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserProgram } from './browser-program.ts';
import { compileProgram } from './compile-program.ts';
import { makePostgresTemplate, SERVER_VARIABLE } from './engines.ts';
import { type PostgresServer, startPostgres } from './postgres.ts';
import { makeSqliteTemplate, TEMPLATE_VARIABLE } from './sqlite-template.ts';

let server: PostgresServer | undefined;

export async function globalSetup(): Promise<void> {
  process.env[TEMPLATE_VARIABLE] = await makeSqliteTemplate(await mkdtemp(join(tmpdir(), 'claimdesk-template-')));
  await Promise.all([compileProgram(), browserProgram()]);
  server = await startPostgres();
  await makePostgresTemplate(server.url);
  process.env[SERVER_VARIABLE] = server.url;
}

export async function globalTeardown(): Promise<void> {
  await server?.stop();
}
