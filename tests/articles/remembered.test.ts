// What of an article reads as it did before is the very same thing, and so are texts that say the same.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asBefore } from '#src/articles/remembered.ts';
import { withSameTexts } from '#src/same-texts.ts';

test('rows that read as before are the rows of before, also where one has come or gone', () => {
  const row = (id: string, said: string) => ({ id, said, note: null });
  const before = [row('a', 'one'), row('b', 'two'), row('c', 'three')];
  const same = (rows: ReturnType<typeof row>[]) => asBefore(before, rows).map((one) => before.indexOf(one));
  assert.deepEqual(same([row('a', 'one'), row('b', 'other'), row('c', 'three')]), [0, -1, 2]);
  assert.deepEqual(same([row('new', 'one'), row('a', 'one'), row('b', 'two'), row('c', 'three')]), [-1, 0, 1, 2]);
  assert.deepEqual(same([row('b', 'two'), row('c', 'four')]), [1, -1]);
  const changed = row('b', 'other');
  assert.equal(asBefore(before, [row('a', 'one'), changed, row('c', 'three')])[1], changed);
  assert.deepEqual(asBefore(undefined, [changed]), [changed]);
});

test('a text that says what the one above it says is the very same', () => {
  const told = (words: string) => Buffer.from(words).toString();
  const rows = ['desk', 'desk', 'other', 'other'].map((desk_id, at) => ({
    id: `row ${at}`,
    desk_id: told(desk_id),
    at,
  }));
  const before = structuredClone(rows);
  assert.equal(withSameTexts(rows), rows);
  assert.deepEqual(rows, before);
});
