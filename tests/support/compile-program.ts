// Compiles the program ahead of the tests' processes, where nothing is kept of it yet.
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { getCompileCacheDir } from 'node:module';
import { promisify } from 'node:util';
import { HOUSE } from '../house-rules/source-files.ts';

/** What is kept where all of it has been compiled before is some thousands of files. */
const FEWEST = 1_000;
const LOAD_ALL =
  "import '#tests/support/newsroom.ts'; import '#src/stored-work.ts'; import { subjectRoutes } from '#src/subjects.ts'; await subjectRoutes({ public_url: null });";

/** Else, in a fresh clone, each of the tests' processes would compile all of it at the same time, and keep it for nobody. */
export async function compileProgram(): Promise<void> {
  const kept = getCompileCacheDir();
  if (kept === undefined || readdirSync(kept).length >= FEWEST) return;
  const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', LOAD_ALL], { cwd: HOUSE, env });
}
