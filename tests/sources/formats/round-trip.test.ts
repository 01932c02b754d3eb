// What is written into a file is what comes back out of it, in every format, whatever the cards say.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { doiOfAddress } from '#src/sources/card/same-source.ts';
import { cleanFields, type SourceFields } from '#src/sources/card/source.ts';
import { SOURCE_TYPES } from '#src/sources/card/source-type.ts';
import { cleanLine } from '#src/text-fields.ts';
import { anyWebAddress } from '#tests/support/any-letters.ts';
import { CARDS, given, PLAIN, read, remarksOf, SOURCE_FORMATS, written } from './reading.ts';

const cards = CARDS.map(cleanFields);

for (const format of SOURCE_FORMATS) {
  test(`cards come back out of ${format} as they went in`, () => {
    const back = read(written(format, cards.map(given)));
    assert.equal(back.file.format, format);
    assert.deepEqual(remarksOf(back), []);
    assert.deepEqual(
      back.entries.map(({ card }) => card),
      cards,
    );
    assert.deepEqual(
      back.entries.flatMap(({ left_out }) => left_out),
      [],
    );
  });

  test(`whatever a card says comes back out of ${format}`, () => {
    const pieces = fc.constantFrom(
      ...[
        '{',
        '}',
        '\\',
        '$x$',
        '"',
        "'",
        ';',
        ',',
        '=',
        '--',
        ' and ',
        '@misc{a,',
        '\n',
        '%',
        '~',
        '^',
        '_',
        '#',
        '&',
        ' - ',
      ],
      ...[
        'TY  - ',
        'ER  - ',
        'Claimdesk alias: x',
        'é',
        '漢字',
        '😀',
        'ß',
        '\u0000',
        '\ud800',
        '<i>',
        '\\emph{a}',
        "''",
        '``',
        "`x'",
        '`',
        '\t',
      ],
    );
    const words = fc.array(
      fc.oneof(pieces, fc.string({ maxLength: 5 }), fc.constantFrom('Ada Lind', 'of', '12 March 2026')),
      { maxLength: 6 },
    );
    const text = words.map((parts) => cleanLine(parts.join('')).slice(0, 90).trim());
    const card: fc.Arbitrary<SourceFields> = fc.record({
      title: text.map((title) => title || 'x'),
      type: fc.constantFrom(...SOURCE_TYPES),
      url: fc.oneof(
        fc.constant(''),
        anyWebAddress,
        text.map((path) => `https://karsa.example/?${path.replace(/\s/g, '')}`),
      ),
      publisher: text,
      author: fc.oneof(
        text,
        fc.constantFrom('Ada Lind; Ben Okafor', 'Lind, Ada', 'Jan van der Berg', '{Ada} Lind', 'and others'),
      ),
      dated_on: fc.oneof(text, fc.constantFrom('2026-02-30', '2026-02', '3 May 1999', 'May 3, 1999', '0099')),
      proximity: fc.constantFrom('primary' as const, 'secondary' as const, null),
      interest: fc.array(text, { maxLength: 3 }).map((lines) => lines.join('\n').trim()),
      doi: fc.constantFrom('', '10.1000/182', '10.1000/a_b{c}'),
      is_confidential: fc.constantFrom(0 as const, 1 as const),
      alias: text,
      anonymity_reason: text,
      granted_by: text,
    });
    fc.assert(
      fc.property(card, (typed) => {
        const cleaned = cleanFields({ ...typed, alias: typed.is_confidential ? typed.alias : '' });
        const card = { ...cleaned, doi: cleaned.doi || doiOfAddress(cleaned.url) };
        const back = read(written(format, [given(card, 0), given(PLAIN, 1)]), { format });
        assert.deepEqual(back.entries[0]?.card, card);
        assert.deepEqual(back.entries[1]?.card, PLAIN);
      }),
      { numRuns: 300 },
    );
  });
}
