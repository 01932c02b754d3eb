// What has to be there is, or it is said at once what is not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, there } from '#src/at.ts';

test('a place in a list is answered with what stands there, or with an error that names the place', () => {
  assert.equal(at(['a', 'b'], 1), 'b');
  assert.equal(at(['a', 'b'], -2), 'a');
  assert.equal(at([undefined], 0), undefined);
  assert.throws(() => at(['a', 'b'], 2), /nothing at 2 in a list of 2/);
  assert.throws(() => at([], -1), RangeError);
});

test('what is null or undefined is not there', () => {
  assert.equal(there('', 'name'), '');
  assert.equal(there(0, 'number'), 0);
  assert.throws(() => there(null, 'claim 7'), /There is no claim 7/);
  assert.throws(() => there(undefined, 'claim 7'), TypeError);
});
