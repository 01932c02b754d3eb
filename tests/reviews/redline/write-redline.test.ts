// A redlined document gives the text, and the text with its changes; trials/redline.ts tries many more.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fitChanges } from '#src/reviews/redline/fit-changes.ts';
import type { Change, Redline, Remark } from '#src/reviews/redline/redline.ts';
import { writeRedline } from '#src/reviews/redline/write-redline.ts';
import { commentsIn, partsOf, textAfter } from './accept.ts';

const BY = { author: 'Ben Okafor', at: '2026-03-12T12:40:00.000Z' };

/** A change of the first place where these words stand. */
function changeOf(text: string, old_words: string, new_words: string): Change {
  const start = text.indexOf(old_words);
  return { start, end: start + old_words.length, new_words, ...BY };
}

function written(text: string, changes: Change[], differences: Partial<Redline> = {}): Uint8Array {
  const { tracked } = fitChanges(text, changes);
  return writeRedline({
    title: 'A text',
    language: 'en',
    creator: 'Foreign desk',
    at: BY.at,
    face: '',
    foot: 'Article 1',
    text,
    parts: [],
    changes: tracked,
    remarks: [],
    ...differences,
  });
}

/** The changes made from the last to the first, so that no offset moves. */
function made(text: string, changes: readonly Change[]): string {
  return [...changes]
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((all, { start, end, new_words }) => all.slice(0, start) + new_words + all.slice(end), text);
}

function assertBothWays(text: string, changes: Change[]): void {
  const bytes = written(text, changes);
  assert.equal(textAfter(bytes, 'reject'), text);
  assert.equal(textAfter(bytes, 'accept'), made(text, changes));
}

const CASES: [what: string, text: string, old_words: string, new_words: string][] = [
  ['words', 'More than 100 militants came.', 'More than 100', 'Some 60'],
  ['words that are added before others', 'Six bombers came.', 'Six', 'At least six'],
  ['words that are only taken out', 'Six brave bombers came.', 'brave ', ''],
  ['everything', 'Six came.', 'Six came.', ''],
  ['the end of a paragraph', 'One.\n\nTwo.', 'One.\n\nTwo', 'One, two'],
  ['half of the end of a paragraph', 'One.\n\nTwo.', '.\n', ';'],
  ['a line end of three', 'One.\n\n\nTwo.', '\n\n\n', '\n\n'],
  ['two paragraphs out of one', 'One. Two.', ' ', '\n\n'],
  ['a tab and a line end', 'a\tb\nc', '\tb\n', '\n\t'],
  ['half of an emoji', 'by 😀 three', '\ude00 three', '\ude01 four'],
  ['a letter without its mark', 'cafe\u0301 closed', 'cafe', 'tea'],
  ['a family of joined emoji', 'a 👩‍👩‍👧 b', '👩‍👩‍👧', '👩‍👩‍👦'],
  ['marks of markup', 'if a < b && c ]]> d', '< b && c ]]>', '</w:t> "&amp;" <![CDATA['],
  ['Arabic', 'قال المتحدث إن مئة مسلح دخلوا المدينة', 'مئة', 'ستة وستين'],
  ['white space alone', 'One  two', '  ', ' '],
];
for (const [what, text, old_words, new_words] of CASES)
  test(`a change of ${what} is accepted and rejected letter for letter`, () => {
    assertBothWays(text, [changeOf(text, old_words, new_words)]);
  });

test('any changes of any text are accepted and rejected letter for letter', () => {
  const letter = fc.constantFrom(
    ...['a', 'b ', '. ', '\n', '\n\n', '\t', '😀', 'e\u0301', 'ש', '<&]]>"', '👩‍👧', '\u202e'],
  );
  const words = (maxLength: number) => fc.array(letter, { maxLength }).map((letters) => letters.join(''));
  const change = fc.record({ from: fc.nat(1000), length: fc.nat(8), new_words: words(6) });
  fc.assert(
    fc.property(words(40), fc.array(change, { maxLength: 6 }), (text, some) => {
      const changes = some.map(({ from, length, new_words }) => {
        const start = from % (text.length + 1);
        // A change of half an emoji has new words that are half an emoji, too: no text can hold it.
        return { start, end: Math.min(text.length, start + length), new_words, ...BY };
      });
      const { crossing } = fitChanges(text, changes);
      const kept = changes.filter((one) => !crossing.includes(one));
      const bytes = written(text, changes);
      assert.equal(textAfter(bytes, 'reject'), text);
      assert.equal(textAfter(bytes, 'accept'), made(text, kept).toWellFormed());
    }),
    { numRuns: 40 },
  );
});

test('of two changes that cross, the first is tracked and the other is named', () => {
  const text = 'More than 100 militants came.';
  const [first, other] = [changeOf(text, 'than 100', 'than 60'), changeOf(text, '100 militants', 'sixty men')];
  const { tracked, crossing } = fitChanges(text, [first, other]);
  assert.deepEqual([tracked.length, crossing], [1, [other]]);
});

test('only the words that differ are struck out', () => {
  const text = 'The spokesman said six bombers came.';
  const { tracked } = fitChanges(text, [changeOf(text, 'six bombers came', 'at least six bombers came')]);
  assert.deepEqual(
    tracked.map(({ start, end, new_words }) => [text.slice(start, end), new_words]),
    [['', 'at least ']],
  );
});

test('comments stand on their words, also where they overlap one another and a change', () => {
  const text = 'More than 100 militants came.\n\nNobody was hurt.';
  const remark = (words: string, lines: string[]): Remark => {
    const start = text.indexOf(words);
    return { range: { start, end: start + words.length }, lines, ...BY };
  };
  const remarks = [
    remark('More than 100 militants', ['One', 'in two lines']),
    remark('100 militants came', ['Two']),
    remark('came.\n\nNobody', ['Three <b>&']),
    { range: null, lines: ['Of the whole'], ...BY },
  ];
  const bytes = written(text, [changeOf(text, 'than 100', 'than 60')], { remarks });
  assert.deepEqual(
    commentsIn(bytes).map(({ said, words }) => [said, words]),
    [
      ['One\nin two lines', 'More than 100 militants'],
      ['Two', '100 militants came'],
      ['Three <b>&', 'came.\n\nNobody'],
      ['Of the whole', 'More than 100 militants came.'],
    ],
  );
});

test('what XML cannot carry is seen, and hostile names stay names', () => {
  const text = 'a\uffffb';
  const changes = [{ start: 0, end: 1, new_words: '\u0001', author: '"/><w:x', at: BY.at }];
  const bytes = written(text, changes, { title: '<&"\u0000', face: ']]>' });
  assert.equal(textAfter(bytes, 'reject'), 'a\ufffdb');
  assert.equal(textAfter(bytes, 'accept'), '\ufffd\ufffdb');
});

test('parts keep their styles, paragraphs of Arabic run from the right, and the same redline gives the same bytes', () => {
  const text = 'Head\n\nقال المتحدث إن مئة مسلح دخلوا';
  const parts = [
    { role: 'headline' as const, start: 0, end: 4 },
    { role: 'body' as const, start: 6, end: text.length },
  ];
  const bytes = written(text, [], { parts });
  const xml = partsOf(bytes)['word/document.xml'] ?? '';
  assert.match(xml, /<w:pStyle w:val="Title"\/><\/w:pPr>.*<w:pStyle w:val="Normal"\/><w:bidi\/>/s);
  assert.deepEqual(written(text, [], { parts }), bytes);
});
