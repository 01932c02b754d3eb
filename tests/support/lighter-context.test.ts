// Errors and nested tests belong to the test that made them, as the runner alone would say.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const TESTS = `
import { describe, test } from 'node:test';
describe('a suite', () => {
  test('an error that comes late', async () => {
    setTimeout(() => { throw new Error('late'); }, 1);
    await new Promise((resolve) => setTimeout(resolve, 30));
  });
  test('a promise that nobody looks at', async () => {
    Promise.reject(new Error('unseen'));
    await new Promise((resolve) => setTimeout(resolve, 1));
  });
  test('a test with one inside', async () => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    test('inside', () => {});
  });
  test('one that holds', () => {});
});
describe('another', async () => {
  await Promise.resolve();
  test('of the other', () => {});
});`;

const LIGHTER = fileURLToPath(new URL('lighter-context.cjs', import.meta.url));

function saidOf(...options: string[]): string[] {
  const given = ['--test-reporter=tap', ...options, '--input-type=module', '--eval', TESTS];
  const { stdout } = spawnSync(process.execPath, given, {
    encoding: 'utf8',
    env: { ...process.env, NODE_TEST_CONTEXT: undefined },
  });
  return stdout.split('\n').filter((line) => /^\s*(not )?ok /.test(line));
}

test('an error fails the test that made it, and a test inside another is that one’s', () => {
  const said = saidOf('--require', LIGHTER);
  assert.deepEqual(said, saidOf());
  assert.deepEqual(
    said.map((line) => line.trim()),
    [
      'not ok 1 - an error that comes late',
      'not ok 2 - a promise that nobody looks at',
      'ok 1 - inside',
      'ok 3 - a test with one inside',
      'ok 4 - one that holds',
      'not ok 1 - a suite',
      'ok 1 - of the other',
      'ok 2 - another',
    ],
  );
});
