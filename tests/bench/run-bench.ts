// Runs a bench where the tests run: the program is loaded here already.
import { Console } from 'node:console';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
// Passwords of the desks in this process are hashed at hardly any cost.
import '#tests/support/app.ts';
import { SERVER_VARIABLE } from '#tests/support/engines.ts';
import { databaseUrl, dropDatabase, makeDatabase, TEMPLATE } from '#tests/support/postgres-databases.ts';

let runs = 0;

/** What the bench in this file prints when it is started with these words; rejects where it fails. */
export async function printedBy(file: URL, words: string[]): Promise<string> {
  const { argv } = process;
  const { log, table } = console;
  const stdout = new PassThrough();
  const collecting = new Console(stdout);
  const printed = text(stdout);
  process.argv = [process.execPath, file.pathname, ...words];
  Object.assign(console, { log: collecting.log, table: collecting.table });
  try {
    // A module runs once; under another address it runs again.
    runs += 1;
    await import(`${file.href}?run=${runs}`);
  } finally {
    process.argv = argv;
    Object.assign(console, { log, table });
    stdout.end();
  }
  return await printed;
}

/** The same with a database of the runner's server; where a test file runs without it, the bench starts a server of its own. */
export async function printedOnPostgres(file: URL, words: string[]): Promise<string> {
  const server = process.env[SERVER_VARIABLE];
  if (server === undefined) return printedBy(file, words);
  const name = await makeDatabase(server, TEMPLATE);
  try {
    return await printedBy(file, [...words, '--database', databaseUrl(server, name)]);
  } finally {
    await dropDatabase(server, name);
  }
}
