// `npm test`: all test files, or those named, with a PostgreSQL server and a count for each engine.
import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { KEPT } from '../tests/support/browser-program.ts';
import { folderForTests } from './test-folder.ts';
import { groupTests } from './test-groups.ts';

const wanted = process.argv.slice(2);
const files = wanted.filter((argument) => !argument.startsWith('-'));
const options = wanted.filter((argument) => argument.startsWith('-'));

// All that the tests put among the temporary files is in one folder, which goes with them. Others may pass through it: where
// root runs the tests, PostgreSQL is somebody else.
const temporary = mkdtempSync(join(folderForTests(), 'claimdesk-tests-'));
chmodSync(temporary, 0o711);

// All at once, one for each processor: each is cold for some five seconds of its time.
const at_once = availableParallelism();
const entries = groupTests(files.length > 0 ? files : ['tests/**/*.test.ts'], temporary, at_once);

// What one process has made of the program's text, the next need not make again. In a new clone all of them write it at once:
// into memory, from where it is put onto the disk when they have ended.
const KEPT_COMPILED = join(KEPT, 'compiled-by-tests');
const compiled = existsSync(KEPT_COMPILED) ? KEPT_COMPILED : join(temporary, 'compiled');

// The tests' processes and those that they start find their files as a start of the program does.
const quick_imports = fileURLToPath(new URL('quick-imports.cjs', import.meta.url));

const runner = spawn(
  process.execPath,
  [
    '--require=./tests/support/lighter-context.cjs',
    '--test',
    '--test-global-setup=tests/support/global-setup.ts',
    // Two more: for those that wait, and for a file that stands alone.
    `--test-concurrency=${at_once + 2}`,
    '--test-reporter=./tests/support/engine-count.ts',
    '--test-reporter-destination=stdout',
    ...options,
    ...entries,
  ],
  {
    stdio: 'inherit',
    cwd: new URL('..', import.meta.url),
    env: {
      NODE_COMPILE_CACHE: compiled,
      ...process.env,
      // Much is made for one test and let go after it: with room for that, little is looked through twice.
      NODE_OPTIONS: `--max-semi-space-size=32 --require ${JSON.stringify(quick_imports)} ${process.env.NODE_OPTIONS ?? ''}`,
      TMPDIR: temporary,
      TMP: temporary,
      TEMP: temporary,
    },
  },
);

// Ctrl-C reaches the runner by itself; waiting for it lets PostgreSQL be stopped.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => runner.kill('SIGTERM'));
runner.on('exit', (code) => {
  if (compiled !== KEPT_COMPILED && existsSync(compiled)) keepCompiled();
  rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  process.exitCode = code ?? 1;
});

/** Whole or not at all: where another run was first, or there is no room, the next run makes it again. */
function keepCompiled(): void {
  const half = `${KEPT_COMPILED}-${process.pid}`;
  try {
    cpSync(compiled, half, { recursive: true });
    renameSync(half, KEPT_COMPILED);
  } catch {
    rmSync(half, { recursive: true, force: true });
  }
}
