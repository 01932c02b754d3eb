// The short version of bench/desk-growth.ts: it measures each list on both desks, and nothing is refused.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { HOUSE } from '#tests/house-rules/source-files.ts';

const GROWTH = join(HOUSE, 'bench/desk-growth.ts');
const env = { ...process.env, NODE_TEST_CONTEXT: undefined };

test('the bench of growing desks prints every list on a small and on a large one, and nothing was refused', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [GROWTH, '--ci'], { env, timeout: 120_000 });
  for (const list of ['my desk', 'article list', 'library'])
    assert.match(stdout, new RegExp(`'${list}' *(?:│ '[\\d.]*[1-9][\\d.]*' *){5}│ 0 `), stdout);
});
