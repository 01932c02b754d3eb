// Compiles the program ahead of the tests' processes, where nothing is kept of it yet.
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { getCompileCacheDir } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { HOUSE } from '../house-rules/source-files.ts';

/** What is kept where all of it has been compiled before is some thousands of files. */
const FEWEST = 1_000;
const USE_ONCE = fileURLToPath(new URL('used-once.ts', import.meta.url));

/** Else, in a fresh clone, each of the tests' processes would compile all of it at the same time, and keep it for nobody. */
export async function compileProgram(): Promise<void> {
  const kept = getCompileCacheDir();
  if (kept === undefined || readdirSync(kept).length >= FEWEST) return;
  const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
  await promisify(execFile)(process.execPath, [USE_ONCE], { cwd: HOUSE, env });
}
