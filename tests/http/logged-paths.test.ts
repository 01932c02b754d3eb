// What of an address stands in the log of requests.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loggedPath } from '#src/http/logging.ts';
import { paths } from '#src/paths.ts';

test('a token is struck out of the log however its path is spelt, since the desk answers to every spelling', () => {
  const every = Object.values(paths).filter((path) => path.includes(':token'));
  assert.ok(every.length >= 8);
  for (const path of [
    ...every.map((path) => path.replace(':token', 's3cret')),
    '/Facts/s3cret',
    '/writer/s3cret',
    '/Writer/s3cret',
    '/WRITER/s3cret/',
    '/Reset/s3cret?a=1',
    '/invitations/s3cret',
  ])
    assert.ok(!loggedPath(path).includes('s3cret'), loggedPath(path));
  assert.equal(loggedPath('/articles/1?words=a'), '/articles/1');
});
