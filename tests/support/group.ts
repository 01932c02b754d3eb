// Several test files in one process: each a suite of its own, so that its hooks and its names stay apart.
import { createRequire, flushCompileCache } from 'node:module';
import { relative } from 'node:path';
import { before, describe } from 'node:test';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import './at-end.ts';
import './lighter-dom.ts';
import './readers-here.ts';
import './threads-here.ts';

const require = createRequire(import.meta.url);
const TESTS = fileURLToPath(new URL('..', import.meta.url));

/** Defines the tests of these files (absolute paths), a suite a file, in order. The program is loaded once for all of them. */
export function defineGroup(files: string[]): void {
  for (const file of files)
    describe(relative(TESTS, file), () => {
      require(file);
    });
  // Else the servers and commands that the tests start would compile it all again: this process keeps it when it ends.
  before(() => {
    flushCompileCache();
    collectSeldom();
  });
}

/**
 * A process of tests holds some 300 MB, all of which the engine would look through again for each 64 MB of buffers that were
 * made and let go. It waits until so much more is held, of whatever kind. Nothing that was compiled under other flags is taken
 * afterwards, so that this comes behind the loading of the program, and behind keeping it for others.
 */
function collectSeldom(): void {
  setFlagsFromString('--external-memory-accounted-in-global-limit');
  setFlagsFromString('--heap-growing-percent=300');
}
