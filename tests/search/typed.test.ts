// What is made of words that somebody types, and of texts.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { alikeAmong, mayBeMistyped } from '#src/search/alike.ts';
import { COMMON } from '#src/search/common-pairs.ts';
import { entriesOf } from '#src/search/entry.ts';
import { snippet } from '#src/search/snippet-view.ts';
import { placesOf, typedIn } from '#src/search/typed.ts';
import { keysOf } from '#src/search/words.ts';

const said = (text: string) =>
  typedIn(text).terms.map(({ keys, is_beginning }) => keys.join('_') + (is_beginning ? '*' : ''));

test('words, phrases and beginnings are what is looked for, and signs are nothing', () => {
  assert.deepEqual(said('six "suicide bombers" gunm*'), ['six', 'suicide_bombers', 'gunm*']);
  assert.deepEqual(said('„Sechs Attentäter“ «en ville»'), ['sechs_attentater', 'en_ville']);
  assert.deepEqual(said('O’Brien Rezhal’s half-full'), ['o_brien', 'rezhal_s', 'half_full']);
  assert.deepEqual(said('six "suicide bombers'), ['six', 'suicide', 'bombers']);
  assert.deepEqual(said('a* NEAR(x y) OR col:term ^six -not'), [
    ...['a', 'near_x', 'y', 'or', 'col_term', 'six', 'not'],
  ]);
  for (const nothing of ['', '"', '* ', '()', ':', '\u0000', '😀 !? §', '""']) assert.deepEqual(said(nothing), []);
  assert.equal(typedIn('word '.repeat(3_000)).terms.length, 1);
  const many = typedIn(Array.from({ length: 2_000 }, (_, at) => `w${at}`).join(' '));
  assert.equal(many.terms.length, 12);
  assert.ok(many.is_cut);
});

test('words are compared without case and accents, numbers without what parts their thousands', () => {
  assert.equal(keysOf('Łódź SØREN Straße Çelik'), 'lodz soren strasse celik');
  assert.equal(keysOf('1,200 men, 1.200 Mann, 1’200 et 1\u00a0200'), '1200 men 1200 mann 1200 et 1200');
  assert.equal(keysOf('3.5 of 2011-05-07, 12,34'), '3 5 of 2011 05 07 12 34');
  assert.equal(keysOf('北京 said กข'), '北 京 said ก ข');
  assert.equal(keysOf('كِتاب'), keysOf('کتاب'));
  assert.equal(keysOf('x'.repeat(500)).length, 64);
});

test('where a term stands is where it is marked', () => {
  const text = 'Six suicide bombers, six bombs.';
  const places = placesOf(typedIn('"suicide bombers" bomb* six').terms, text);
  assert.deepEqual(
    places.map((some) => some.map(({ start, end }) => text.slice(start, end))),
    [['suicide bombers'], ['bombers', 'bombs'], ['Six', 'six']],
  );
  const long = `${'Nothing of the kind. '.repeat(40)}<b>Six</b> bombers & more. ${'Then nothing. '.repeat(40)}`;
  const terms = typedIn('six bombers').terms.map((term) => [term]);
  const shown = snippet(long, terms).toString();
  assert.match(shown, /^… .*&lt;b&gt;<mark>Six<\/mark>&lt;\/b&gt; <mark>bombers<\/mark> &amp; more\. .* …$/);
  assert.ok(shown.length < 320);
  const far = `${'a '.repeat(40_000)}Veshtar is calm. ${'b '.repeat(40_000)}`;
  assert.match(snippet(far, [typedIn('veshtar').terms]).toString(), /<mark>Veshtar<\/mark> is calm/);
});

test('a word is like another with a letter or two other, or another ending; a number is like none', () => {
  const words = ['governor', 'governors', 'government', 'govern', 'northern', '448'];
  assert.deepEqual(alikeAmong('govenor', words), ['governor', 'governors']);
  assert.deepEqual(alikeAmong('governro', words), ['governor', 'governors', 'govern']);
  assert.deepEqual(alikeAmong('governor', words), ['governors', 'govern']);
  assert.ok(!mayBeMistyped('448') && !mayBeMistyped('b12345') && !mayBeMistyped('the') && mayBeMistyped('taxi'));
});

test('a text that is longer than an engine counts has several entries, each with its title', () => {
  const thing = {
    kind: 'article',
    subject_id: 'a',
    desk_id: 'd-1',
    article_id: 'a',
    made_at: '',
    is_open: true,
  } as const;
  const entries = entriesOf({ ...thing, texts: ['Long story', 'word '.repeat(20_000)], speakers: ['Dovan Rezhal'] });
  assert.equal(entries.length, 3);
  for (const { words, facets } of entries) {
    assert.match(words, /^long story word/);
    assert.equal(facets, '§desk§d1 §for§everybody §by§dovan §by§rezhal');
  }
  const [one] = entriesOf(
    { ...thing, texts: ['Of the', 'pier, of the'], later: ['In that'], speakers: [] },
    { with_pairs: true },
  );
  assert.equal(one?.facets, '§desk§d1 §for§everybody §pair§of§the §pair§in§that');
});

test('the words whose pairs are indexed are those that all indexes were made with', () => {
  const common = createHash('sha256')
    .update([...COMMON].sort().join(' '))
    .digest('hex');
  assert.equal(common.slice(0, 12), '2aa36bd82ba3', 'whoever changes them has all entries made anew by a migration');
});
