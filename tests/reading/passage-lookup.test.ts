// Looking a passage up in the text of a saved copy.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inOneLine, lookUpPassages } from '#src/reading/alignment/passage-lookup.ts';
import { anyLetters } from '#tests/support/any-letters.ts';

const TEXT = `Interior ministry, statement no. 208

The attack began at “about 12.40 pm” – the ﬁrst explosion was at the govern-
ment guest house – and ended shortly after eight. Twenty-three people died, among
them eleven police offi­cers; 47 % of the wounded were treated in Veshtar’s two
hospitals. The damage is put at $1.5m. It was −3 degrees at dawn.

Nobody has claimed the well-known second attack. It ended well.`;

function lookedUp(passage: string, text = TEXT) {
  const [lookup] = lookUpPassages(text, [passage]);
  return lookup && [lookup.found, ...lookup.ranges.map(({ start, end }) => text.slice(start, end))];
}

test('a passage is found word for word, whatever quotes, dashes, capitals, spaces and line ends a printer chose', () => {
  const exact = {
    'The attack began at "about 12.40 pm"': 'The attack began at “about 12.40 pm',
    '“the first explosion was at the government guest house”':
      'the ﬁrst explosion was at the govern-\nment guest house',
    'guest house - and ended   shortly AFTER eight.': 'guest house – and ended shortly after eight',
    'among them eleven police officers': 'among\nthem eleven police offi­cers',
    "47% of the wounded were treated in Veshtar's two hospitals":
      '47 % of the wounded were treated in Veshtar’s two\nhospitals',
    'put at $1.5m': 'put at $1.5m',
    '−3 degrees': '−3 degrees',
    'the well known second attack': 'the well-known second attack',
    '208': '208',
    '47 %': '47 %',
    '$1.5m.': '$1.5m',
  };
  for (const [passage, place] of Object.entries(exact))
    assert.deepEqual(lookedUp(passage), ['word_for_word', place], passage);
});

test('a number, a sign or a word that is not the same is a change, and the place is told', () => {
  const changed = {
    'Twenty-five people died, among them eleven police officers':
      'Twenty-three people died, among\nthem eleven police offi­cers',
    'The damage is put at 15m.': 'The damage is put at $1.5m',
    'The damage is put at €1.5m.': 'The damage is put at $1.5m',
    'It was 3 degrees at dawn, -3': 'It was −3 degrees at dawn',
    'It was +3 degrees at dawn': 'It was −3 degrees at dawn',
  };
  for (const [passage, place] of Object.entries(changed))
    assert.deepEqual(lookedUp(passage), ['with_changes', place], passage);
  assert.deepEqual(lookedUp('$47'), ['with_changes', '47']);
});

test('what is not there is not found; words without a letter are not looked up; no word is found inside another', () => {
  for (const passage of ['The mayor resigned in the spring of the year before', 'govern', 'tack', '08', 'mister'])
    assert.deepEqual(lookedUp(passage), ['not_found'], passage);
  for (const passage of ['', '…', '“ ”', '—']) assert.equal(lookedUp(passage), null);
  assert.deepEqual(lookedUp('anything', ''), ['not_found']);
});

test('what somebody left out, the parts around it come in order', () => {
  for (const gap of ['…', ' … ', ' [...] ', '[…]', ' (...) ', '... '])
    assert.deepEqual(lookedUp(`The attack began${gap}and ended shortly after eight`), [
      'word_for_word',
      'The attack began',
      'and ended shortly after eight',
    ]);
  assert.deepEqual(lookedUp('… ended shortly after eight …'), ['word_for_word', 'ended shortly after eight']);
  assert.deepEqual(lookedUp('Nobody has claimed … It ended … well'), [
    'word_for_word',
    'Nobody has claimed',
    'It ended',
    'well',
  ]);
  assert.deepEqual(lookedUp('ended shortly after eight … The attack began'), [
    'with_changes',
    'ended shortly after eight',
  ]);
  assert.deepEqual(lookedUp('The attack started at “about 12.40 pm” … Twenty-three people died')?.[0], 'with_changes');
});

test('a script without spaces is looked up letter by letter', () => {
  assert.deepEqual(lookedUp('总统说', '昨天总统说了三次。'), ['word_for_word', '总统说']);
});

test('the second place counts where the first only looks like it', () => {
  assert.deepEqual(lookedUp('15 people', 'At 1.5 people an hour, 15 people came.'), ['word_for_word', '15 people']);
});

test('a text is read in one line as it was meant', () => {
  assert.equal(inOneLine('the govern-\n  ment’s “own”\nwords – all'), 'the government\'s "own" words - all');
});

test('rows of marks and spaces in a passage or a text are read to their end', () => {
  const rows = ['“', ' ', '+', '-', '… ', '-\n', '$ '].map((mark) => `a${mark.repeat(20_000)}b c d`);
  for (const row of rows) assert.equal(lookUpPassages(row, [row])[0]?.found, 'word_for_word', row.slice(0, 3));
  for (const row of rows) assert.equal(lookUpPassages(TEXT, [row])[0]?.found, 'not_found', row.slice(0, 3));
});

const word = fc.stringMatching(/^[a-zà-öø-ü0-9]{1,9}$/);
const break_ = fc.constantFrom(' ', '\n', ' – ', ', ', '. ', '” “', '\n\n');

test('every stretch of whole words of every text is found word for word, printed in another way', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(word, break_), { minLength: 1, maxLength: 60 }),
      fc.nat(),
      fc.nat(),
      (tokens, a, b) => {
        const text = tokens.map(([one, after]) => one + after).join('');
        const [from, to] = [a % tokens.length, b % tokens.length].sort((x, y) => x - y) as [number, number];
        const words = tokens.slice(from, to + 1).map(([one]) => one);
        const [lookup] = lookUpPassages(text, [`“${words.join(' ').toUpperCase()}”`]);
        if (lookup?.found !== 'word_for_word') return false;
        const { start, end } = lookup.ranges[0] as { start: number; end: number };
        return (
          text
            .slice(start, end)
            .match(/[\p{L}\p{N}]+/gu)
            ?.join(' ') === words.join(' ')
        );
      },
    ),
    { numRuns: 500 },
  );
});

test('whatever the text and the passage, every range lies in the text and they come in order', () => {
  fc.assert(
    fc.property(anyLetters({ maxLength: 300 }), anyLetters({ maxLength: 60 }), (text, passage) => {
      const [lookup] = lookUpPassages(text, [passage]);
      let last = 0;
      return (lookup?.ranges ?? []).every(({ start, end }) => {
        const isFine = last <= start && start < end && end <= text.length;
        last = end;
        return isFine;
      });
    }),
    { numRuns: 1000 },
  );
});
