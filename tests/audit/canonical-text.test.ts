// The log's own RFC 8785 text is that of the package which others re-trace it with.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import canonicalize from 'canonicalize';
import { canonicalText } from '#src/audit/canonical-text.ts';

const VALUES: (object | null)[] = [
  null,
  {},
  [],
  { b: 1, a: [null, undefined, true, { z: 0, y: -0 }], left: undefined, none: null },
  { '10': 'ten', '9': 'nine', '': 'no name', é: 'accent', '😀': 'smile', '\ufb33': 'dalet', Z: 'upper', a: 'lower' },
  { said: '“nine”\n\t\u0007\u2028 </script> \\ud800 \\ "', text: '😀', 'ke"y': '\\ud83d' },
  [1e21, 1e-7, 0.1 + 0.2, 123456789012345680000, 5e-324, 1.0, -1.5],
  { when: new Date(0), deep: { deep: [{ when: new Date(1) }] } },
];

test('a value is spelt as the package spells it, whatever its keys, letters and numbers', () => {
  for (const value of VALUES) assert.equal(canonicalText(value), canonicalize(value));
});

test('there is no text for half a letter, nor for a number that is none', () => {
  for (const value of [{ a: '\ud83d' }, { '\ude00': 1 }, [Number.NaN], { a: Number.POSITIVE_INFINITY }])
    assert.throws(() => canonicalText(value));
});
