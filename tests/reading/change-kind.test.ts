// What sort of change a fix makes, read from its words; where it is not sure it is none in particular.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CHANGE_KINDS, type ChangeKind, changeKindOf } from '#src/reading/consistency/change-kind.ts';
import { anyText } from './arbitrary-texts.ts';

type Case = [old_words: string, new_words: string, language?: string];

const CASES: Record<ChangeKind, Case[]> = {
  number: [
    ['240', '242'],
    ['eight boats', 'six boats'],
    ['more than 40 passengers', 'about 25 passengers'],
    ['more than 40', 'at least 40'],
    ['The coast guard said 24 drowned', 'The coast guard said 26 drowned'],
    ['24 men and 26 women', '26 men and 24 women'],
    ['$5 million', '$6 million'],
    ['a dozen', 'two dozen'],
    ['484 Passagiere', '448 Passagiere', 'de'],
  ],
  name: [
    ['Khollm', 'Kholm'],
    ['Lena Orsk', 'Mira Tolm'],
    ['off Port Amel', 'off Port Adair'],
    ['Mr Ahmedi said that 24 drowned', 'Mr Ahmadi said that 24 drowned'],
  ],
  quotation: [
    ['“We are ready,” she said', '“We are not ready,” she said'],
    ['it was ready', 'it was “ready”'],
    ['“We lost 24 men”', '“We lost 26 men”'],
    ['„Wir sind bereit“, sagte er', '„Wir sind nicht bereit“, sagte er', 'de'],
  ],
  date: [
    ['on Monday', 'on Tuesday'],
    ['7 May 2011', '8 May 2011'],
    ['in 2010', 'in 2011'],
    ['at 12:30 p.m.', 'at 1:30 p.m.'],
  ],
  attribution: [
    ['A union spokesman said 24 drowned', 'The governor said 24 drowned'],
    ['24 drowned.', '24 drowned, police said.'],
  ],
  other: [
    ['one hundred', '100'],
    ['the city burned', 'the town burned'],
    ['on Monday, 24 men', 'on Tuesday, 26 men'],
    ['killed 24 people', 'killed 24 civilians'],
    ['24 people were killed', 'the raid was deadly'],
    ['“We are ready,” she said on Monday', '“We are not ready,” she said on Tuesday'],
    ['', 'and so on'],
    ['a toll of 240', 'a toll'],
    // Names, months and years are not known in every language.
    ['am 7. Mai', 'am 8. Mai', 'de'],
    ['im Jahr 2010', 'im Jahr 2011', 'de'],
    ['die Stadt', 'das Dorf', 'de'],
    [`24 ${'and on '.repeat(300)}`, `26 ${'and on '.repeat(300)}`],
  ],
};

for (const kind of CHANGE_KINDS)
  test(`${kind}: told by the words alone`, () => {
    for (const [old_words, new_words, language = 'en'] of CASES[kind])
      assert.equal(changeKindOf(old_words, new_words, language), kind, `${old_words} → ${new_words}`);
  });

test('whatever the words are, it is one kind, the same both ways, and none where nothing differs', () => {
  fc.assert(
    fc.property(anyText, anyText, (one, other) => {
      assert.equal(changeKindOf(one, other, 'en'), changeKindOf(other, one, 'en'));
      assert.equal(changeKindOf(one, one, 'en'), 'other');
    }),
    { numRuns: 60 },
  );
});
