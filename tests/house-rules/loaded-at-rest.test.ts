// What a desk has loaded when nobody has asked it anything: each package takes memory for as long as it runs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileAt } from './source-files.ts';

/** These load what lies behind the door, right after the desk is open. */
const AT_START = new Set(['src/subjects.ts', 'src/serve.ts', 'src/stored-work.ts']);

/** pg counts only where DATABASE_URL is set. What reads documents, spreadsheets, mail and pages is loaded for the first who brings one. */
const PACKAGES = [
  ...['better-sqlite3', 'canonicalize', 'csv-parse', 'csv-parse/sync', 'csv-stringify/sync', 'd3-time'],
  ...['diff/lib/diff/array.js', 'ejs', 'express', 'express-session', 'helmet', 'ipaddr.js', 'kysely'],
  ...['kysely/migration', 'passport', 'passport-local', 'pg', 'pino', 'zod'],
];

test('a desk that nobody has asked anything holds these packages, and no other', () => {
  const seen = new Set<string>();
  const packages = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const { from, is_type_only, is_later } of fileAt(path).imports) {
      if (is_type_only || (is_later && !AT_START.has(path)) || from.startsWith('node:')) continue;
      if (from.startsWith('src/')) visit(from);
      else packages.add(from);
    }
  };
  visit('src/main.ts');
  assert.deepEqual([...packages].sort(), PACKAGES, 'load another with import() where it is needed first');
});
