// Which encoding is chosen for a browser.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodingFor } from '#src/http/encodings.ts';

test('of the encodings that a browser takes, the one that the desk likes best', () => {
  const chosen = (header: string | undefined) => encodingFor(header, ['br', 'zstd', 'gzip']);
  assert.equal(chosen('gzip, deflate, br, zstd'), 'br');
  assert.equal(chosen('gzip, deflate'), 'gzip');
  assert.equal(chosen('GZIP;q=0.5, zstd;q=0.1'), 'zstd');
  assert.equal(chosen('br;q=0, gzip'), 'gzip');
  assert.equal(chosen('br; q=0.000, *'), 'zstd');
  assert.equal(chosen('*;q=0'), undefined);
  assert.equal(chosen('identity'), undefined);
  assert.equal(chosen(''), undefined);
  assert.equal(chosen(undefined), undefined);
});
