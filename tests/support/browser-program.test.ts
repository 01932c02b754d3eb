// The tests' own browser: unpacked whole, by the first that asks, and missed aloud.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { HOUSE } from '../house-rules/source-files.ts';
import { browserProgram } from './browser-program.ts';
import { startProgram } from './program.ts';

test('the packaged browser is whole and says its version', async () => {
  const { stdout } = await promisify(execFile)(await browserProgram(), ['--version', '--no-sandbox']);
  assert.match(stdout, /Chrom/);
});

test('where the browser does not start, its tests fail with a sentence, and end', { timeout: 60_000 }, async () => {
  const env = { CHROME_PATH: join(HOUSE, 'nowhere', 'chrome') };
  const program = startProgram(join(HOUSE, 'tests/browser/programs/without-browser.ts'), [], env);
  assert.match(await program.ended(), /The browser for the tests did not start: .*nowhere.chrome/);
  assert.notEqual(program.process.exitCode, 0);
});
