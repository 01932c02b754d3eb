// Urlencoded forms, cut anywhere: the same pairs as browsers mean, and no more than the desk reads.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { UrlencodedReader } from '#src/http/urlencoded.ts';
import { anyLetters } from '#tests/support/any-letters.ts';

function read(encoded: Buffer, cuts: number[] = [], most = 100): [string, string][] {
  const reader = new UrlencodedReader(most);
  const places = [0, ...cuts.map((cut) => cut % (encoded.length + 1)).sort((a, b) => a - b), encoded.length];
  for (let at = 1; at < places.length; at += 1) reader.write(encoded.subarray(places[at - 1], places[at]));
  reader.end();
  return reader.pairs;
}

test('whatever people type arrives as it was typed, in whatever pieces', () => {
  const entries = fc.array(fc.tuple(anyLetters(), anyLetters()), { maxLength: 5 });
  fc.assert(
    fc.property(entries, fc.array(fc.nat(500), { maxLength: 4 }), (pairs, cuts) => {
      const well = pairs.map(([name, value]): [string, string] => [name.toWellFormed(), value.toWellFormed()]);
      assert.deepEqual(read(Buffer.from(new URLSearchParams(well).toString()), cuts), well);
    }),
  );
});

test('whatever clients send is read as URLSearchParams reads it', () => {
  const bytes = fc.array(fc.constantFrom('a', '=', '&', '+', '%41', '%e2%82%ac', 'é', '%00'), { maxLength: 20 });
  fc.assert(
    fc.property(bytes, fc.array(fc.nat(50), { maxLength: 3 }), (pieces, cuts) => {
      const encoded = pieces.join('');
      assert.deepEqual(read(Buffer.from(encoded), cuts), [...new URLSearchParams(encoded)]);
    }),
  );
});

test('a broken escape is told of, and so are too many fields', () => {
  for (const broken of ['a=%', 'a=%4', 'a=%zz', 'a=%4g', '%&a'])
    assert.throws(() => read(Buffer.from(broken)), { status: 400 }, broken);
  assert.throws(() => read(Buffer.from('a&'.repeat(101))), { status: 413 });
  assert.equal(read(Buffer.from('a&'.repeat(100))).length, 100);
});
