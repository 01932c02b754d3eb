// The short version of bench/search.ts: every query is asked on both engines, and every answer is a page.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { HOUSE } from '#tests/house-rules/source-files.ts';

const SEARCH = join(HOUSE, 'bench/search.ts');
const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
const ROW = /│ '((?:words|verdict)=[^']+)' +│ '([^']+)' +│ '([^']+)' +│ 20 +│/g;

test('the bench of searching prints each query with what it took on either engine, and no answer was refused', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [SEARCH, '--ci'], { env, timeout: 120_000 });
  for (const heading of ['The index', 'Taken over', 'The index on PostgreSQL'])
    assert.match(stdout, new RegExp(`^${heading}:$`, 'm'));
  const rows = [...stdout.matchAll(ROW)].map(([, query = '', ...took]) => ({ query, took }));
  assert.equal(rows.length, 16, stdout);
  for (const { query, took } of rows) for (const one of took) assert.ok(Number(one) > 0, `${query}: ${one}`);
});
