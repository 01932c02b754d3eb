// How test files are shared out among processes.
import assert from 'node:assert/strict';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { groupTests } from '../../scripts/test-groups.ts';
import { HOUSE } from '../house-rules/source-files.ts';

test('every test file runs once, those of a folder together, and whoever says so by itself', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'claimdesk-groups-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const groups = groupTests([join(HOUSE, 'tests/**/*.test.ts')], folder, 4).map(filesOf);
  assert.deepEqual(groups.flat().sort(), globSync('tests/**/*.test.ts', { cwd: HOUSE }).sort());
  const ofBrowser = groups.filter((files) => files.some((file) => file.startsWith('tests/browser/')));
  assert.equal(ofBrowser.length, 1);
  const [alone] = groups.filter((files) => files.includes('tests/claims/no-tagger-here.test.ts'));
  assert.deepEqual(alone, ['tests/claims/no-tagger-here.test.ts']);
});

/** The files that an entry defines, as seen from the house. */
function filesOf(entry: string): string[] {
  const [, list = ''] = /defineGroup\((.+)\);/.exec(readFileSync(entry, 'utf8')) ?? [];
  return (JSON.parse(list) as string[]).map((file) => relative(HOUSE, file));
}
