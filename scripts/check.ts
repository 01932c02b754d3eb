// `npm run check`: types and lint beside each other, then all tests if both passed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Runs a script of package.json; resolves to whether it passed. */
async function passes(script: string): Promise<boolean> {
  const [status] = await once(spawn(process.execPath, ['--run', script], { stdio: 'inherit' }), 'exit');
  return status === 0;
}

// The compiler takes one core for ten seconds; the lint is done on the other by then.
const read = await Promise.all([passes('types'), passes('lint')]);
const passed = read.every(Boolean) && (await passes('test'));
process.exitCode = passed ? 0 : 1;
