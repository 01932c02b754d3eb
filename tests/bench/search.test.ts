// The short version of bench/search.ts: every query is asked on both engines, and every answer is a page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printedOnPostgres } from './run-bench.ts';

const SEARCH = new URL('../../bench/search.ts', import.meta.url);
const ROW = /│ '((?:words|verdict)=[^']+)' +│ '([^']+)' +│ '([^']+)' +│ 20 +│/g;

test('the bench of searching prints each query with what it took on either engine, and no answer was refused', async () => {
  const stdout = await printedOnPostgres(SEARCH, ['--ci', '--here']);
  for (const heading of ['The index', 'Taken over', 'The index on PostgreSQL'])
    assert.match(stdout, new RegExp(`^${heading}:$`, 'm'));
  const rows = [...stdout.matchAll(ROW)].map(([, query = '', ...took]) => ({ query, took }));
  assert.equal(rows.length, 16, stdout);
  for (const { query, took } of rows) for (const one of took) assert.ok(Number(one) > 0, `${query}: ${one}`);
});
