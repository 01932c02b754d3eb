// Addresses, by name: escaped, with their query, and claims at their words.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claimPage, url } from '#src/paths.ts';

test('an address has its parameters escaped; a claim opens at its words, but for its own forms', () => {
  assert.equal(url('desk', { slug: 'a/b' }), '/desks/a%2Fb');
  assert.equal(url('articles', {}, { q: 'one two', desk: undefined }), '/articles?q=one+two');
  const at = { id: 3, number: 8 };
  assert.equal(url('claim', at), '/articles/3/claims/8#words');
  assert.equal(url('claim', at, { list: 'ready' }), '/articles/3/claims/8?list=ready#words');
  assert.equal(url('claim', at, { list: undefined }), '/articles/3/claims/8#words');
  assert.equal(claimPage(at, { list: 'ready' }), '/articles/3/claims/8?list=ready');
});
