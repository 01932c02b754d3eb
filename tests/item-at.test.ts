// What has to be there is, or it is said at once what is not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { itemAt, needed } from '#src/item-at.ts';

test('a place in a list is answered with what stands there, or with an error that names the place', () => {
  assert.equal(itemAt(['a', 'b'], 1), 'b');
  assert.equal(itemAt(['a', 'b'], -2), 'a');
  assert.equal(itemAt([undefined], 0), undefined);
  assert.throws(() => itemAt(['a', 'b'], 2), /nothing at 2 in a list of 2/);
  assert.throws(() => itemAt([], -1), RangeError);
});

test('what is null or undefined is not there', () => {
  assert.equal(needed('', 'name'), '');
  assert.equal(needed(0, 'number'), 0);
  assert.throws(() => needed(null, 'claim 7'), /There is no claim 7/);
  assert.throws(() => needed(undefined, 'claim 7'), TypeError);
});
