// How far off a moment is, as the browser says it beside a clock time.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sayDistance } from '#src/browser/distance-words.ts';

test('distances are said in the unit that fits and never promise time that is gone', () => {
  const now = Date.parse('2026-03-12T17:10:00.000Z');
  const said = (moment: string) => sayDistance(Date.parse(moment), now);
  assert.equal(said('2026-03-12T18:00:30.000Z'), 'in 50 min');
  assert.equal(said('2026-03-12T20:59:00.000Z'), 'in 3 h');
  assert.equal(said('2026-03-15T17:09:00.000Z'), 'in 2 days');
  assert.equal(said('2026-03-12T16:50:00.000Z'), '20 min ago');
  assert.equal(said('2026-03-12T17:10:10.000Z'), 'now');
});
