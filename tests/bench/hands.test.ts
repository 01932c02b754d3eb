// The counters of bench/hands, the reader of its plans, and the way of its arrows; never its clock.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { wordsOf } from '#src/browser/word-list.ts';
import { articleIn, articleOf, changed, wholeText } from '../../bench/hands/article.ts';
import { digitOf, kindOf, missingIn, readPlan, saidDigitOf } from '../../bench/hands/plan.ts';
import { arrowsTo } from '../../bench/hands/reach.ts';
import { besideAsked, middleOf, rowsOf, Tally } from '../../bench/hands/tally.ts';

const PLAN = readFileSync(join(import.meta.dirname, '../../bench/hands/night-raid.json'), 'utf8');

test('the plan of the demo has 28 claims, and all of its words stand in the article once, in both versions', () => {
  const plan = readPlan(PLAN);
  const article = articleOf(plan);
  assert.equal(plan.claims.length, 28);
  assert.deepEqual(missingIn(plan, wholeText(article)), []);
  const next = wholeText(changed(article, plan.next_version?.changes ?? []));
  for (const { words } of plan.next_version?.again ?? []) assert.ok(next.includes(words), words);
});

test('a plan that is none says where', () => {
  assert.throws(() => readPlan('{'), /The plan is no JSON/);
  assert.throws(() => readPlan('{"claims":[{"words":"a","is_it_so":"maybe"}]}'), /at claims\.0\.is_it_so/);
  const twice = readPlan('{"claims":[{"words":"the sea","is_it_so":"ok"}]}');
  assert.deepEqual(missingIn(twice, 'the sea, the sea'), ['“the sea” stands 2 times in the text, and must once.']);
  assert.deepEqual(articleIn('Fog\n\nIt lay on Tarn.\n'), {
    headline: 'Fog',
    standfirst: '',
    body: 'It lay on Tarn.',
    captions: [],
  });
});

test('a claim is plain where one digit settles it, disputed where a source speaks against it', () => {
  const of = (claim: object) =>
    kindOf(readPlan(JSON.stringify({ claims: [{ words: 'a', ...claim }] })).claims[0] as never);
  assert.equal(of({ is_it_so: 'ok' }), 'plain');
  assert.equal(of({ is_it_so: 'ok', was_it_said: 'changed' }), 'other');
  assert.equal(of({ is_it_so: 'wrong', sources: ['- the log'] }), 'disputed');
  assert.equal(of({ is_it_so: 'wrong', sources: ['the log'] }), 'other');
  assert.deepEqual([digitOf('ok'), digitOf('author'), saidDigitOf('someone_else')], ['1', '7', '5']);
});

test('keys, letters and loads are counted by phase, summed without the signing, and stand beside what is asked', () => {
  const tally = new Tally();
  assert.throws(() => tally.count('keys'), /Nothing has begun/);
  tally.begin('check');
  tally.count('keys', 231);
  tally.count('letters', 40);
  tally.claim('plain', 1);
  tally.claim('plain', 3);
  tally.claim('disputed', 8);
  tally.waited('j', 30);
  tally.waited('1', 400);
  tally.begin('signing');
  tally.count('loads', 21);
  const rows = rowsOf(tally, 'signing');
  assert.deepEqual(rows[2], { phase: 'all but signing', keys: 231, letters: 40, clicks: 0, drags: 0, loads: 0 });
  const reached = besideAsked(tally, 'signing').map(({ is_reached }) => is_reached);
  assert.deepEqual(reached, [false, true, true, true, true, true]);
  assert.equal(middleOf([5, 1, 9]), 5);
});

test('arrows lead by the fewest presses, word by word or from mark to mark', () => {
  const text = 'Six boats, two of them full, left at about 12:40 p.m. for Tarn.';
  const words = wordsOf([{ start: 0, text }]);
  const at = (some: string) => ({ start: text.indexOf(some), end: text.indexOf(some) + some.length });
  const whole = { start: 0, end: text.length };
  assert.deepEqual(arrowsTo(words, whole, at('two of them full')), ['ArrowDown', 'Shift+ArrowUp']);
  assert.deepEqual(arrowsTo(words, at('two'), at('two of them')), ['Shift+ArrowRight', 'Shift+ArrowRight']);
  assert.equal(arrowsTo(words, whole, { start: 1, end: 4 }), null, 'no arrow ends within a word');
  assert.ok(
    words.some((word) => text.slice(word.start, word.end) === 'p.m.'),
    'the full stop of p.m. is its own',
  );
});
