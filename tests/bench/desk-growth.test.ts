// The short version of bench/desk-growth.ts: it measures each list on both desks, and nothing is refused.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printedBy } from './run-bench.ts';

const GROWTH = new URL('../../bench/desk-growth.ts', import.meta.url);

test('the bench of growing desks prints every list on a small and on a large one, and nothing was refused', async () => {
  const stdout = await printedBy(GROWTH, ['--ci', '--here']);
  for (const list of ['my desk', 'article list', 'library'])
    assert.match(stdout, new RegExp(`'${list}' *(?:│ '[\\d.]*[1-9][\\d.]*' *){5}│ 0 `), stdout);
});
