// The short version of trials/steady-load.ts: short minutes, in which all answers are as meant.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printedBy } from './run-bench.ts';

const TRIAL = new URL('../../trials/steady-load.ts', import.meta.url);
const ROW = /│ '(minute \d|at rest|at rest again)' +│ (\d+) +│ (\d+) +│ (\d+) +│/g;

test('the trial of memory under load prints what the desk held at rest, each minute and afterwards', async () => {
  const stdout = await printedBy(TRIAL, ['--ci', '--here']);
  const rows = [...stdout.matchAll(ROW)].map(([, when = '', ...numbers]) => ({ when, numbers: numbers.map(Number) }));
  assert.deepEqual(
    rows.map(({ when }) => when),
    ['at rest', 'minute 1', 'minute 2', 'minute 3', 'minute 4', 'at rest again'],
    stdout,
  );
  for (const { when, numbers } of rows) {
    const [memory = 0, answers = 0, wrong = 0] = numbers;
    assert.ok(memory > 0, when);
    // In the first minute pages come to be that are the same from then on.
    if (/minute [2-4]/.test(when)) assert.ok(answers > 0 && wrong === 0, stdout);
  }
  assert.match(stdout, /^Most in the first half: \d+ MB, in the second: \d+ MB\.$/m);
});
