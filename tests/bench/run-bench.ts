// Runs a bench where the tests run: the program is loaded here already.
import { Console } from 'node:console';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';

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
