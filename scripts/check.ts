// `npm run check`: types and lint beside each other, and all tests as soon as the lint has passed.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';

const start = (...of_node: string[]) => spawn(process.execPath, of_node, { stdio: 'inherit' });

async function hasPassed(program: ChildProcess): Promise<boolean> {
  const [status] = await once(program, 'exit');
  return status === 0;
}

/** What the compiler says against the types; nothing where they are right. */
async function wrongTypes(): Promise<string> {
  try {
    await promisify(execFile)(process.execPath, ['--run', 'types']);
    return '';
  } catch (error) {
    const { stdout, message } = error as { stdout?: string; message: string };
    return stdout || `${message}\n`;
  }
}

// Ctrl-C reaches all of them by itself; waiting for the tests lets their servers be stopped.
process.on('SIGINT', () => {});

// The compiler takes one core for ten seconds. The lint is done by half of it, and what the tests begin with takes one core, too.
const types = wrongTypes();
const passed = (await hasPassed(start('--run', 'lint'))) && (await testsUnlessWrong());
const wrong = await types;
// Last, where whoever reads what went wrong begins.
process.stdout.write(wrong);
process.exitCode = passed && wrong === '' ? 0 : 1;

/** All tests, ended where the types are wrong. Not by `--run`, which would not hand on that they are to end. */
function testsUnlessWrong(): Promise<boolean> {
  const tests = start('--require', './scripts/preflight.cjs', 'scripts/test.ts');
  types.then((wrong) => wrong === '' || tests.kill());
  return hasPassed(tests);
}
