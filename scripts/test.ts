// `npm test`: all test files (or those named), on a PostgreSQL server started once, with a count of tests for each engine.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

const wanted = process.argv.slice(2);
const files = wanted.filter((argument) => !argument.startsWith('-'));
const options = wanted.filter((argument) => argument.startsWith('-'));

const runner = spawn(
  process.execPath,
  [
    '--test',
    '--test-global-setup=tests/support/global-setup.ts',
    `--test-concurrency=${availableParallelism() + 1}`,
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=./tests/support/engine-count.ts',
    '--test-reporter-destination=stdout',
    ...options,
    ...(files.length > 0 ? files : ['tests/**/*.test.ts']),
  ],
  { stdio: 'inherit', cwd: new URL('..', import.meta.url) },
);

// Ctrl-C reaches the runner by itself; waiting for it lets PostgreSQL be stopped.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => runner.kill('SIGTERM'));
runner.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
