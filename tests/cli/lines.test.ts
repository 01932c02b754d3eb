// `split` and `reanchor` as other programs use them: lines in, lines out, in the same order.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claimdesk, freshFolder } from './support.ts';

async function lines(command: string, input: string) {
  const { code, out, err } = await claimdesk([command, '--jsonl'], { data_dir: await freshFolder(), input });
  const answers = out.split('\n').filter(Boolean);
  return { code, err, answers: answers.map((line) => JSON.parse(line)) };
}

test('texts come back as sentences and claims, in the order they came', async () => {
  const texts = ['Six bombers hit the city, Lale Ishkan said. It rained.', '', 'One line.\u2028Another 🚋 line of 3.'];
  const input = texts.map((text, index) => JSON.stringify({ id: `t${index}`, text })).join('\n');
  const { code, answers } = await lines('split', input);
  assert.equal(code, 0);
  assert.deepEqual(
    answers.map((answer) => answer.id),
    ['t0', 't1', 't2'],
  );
  const [first, empty] = answers;
  assert.deepEqual(first.sentences, [
    { start: 0, end: 43 },
    { start: 44, end: 54 },
  ]);
  for (const sentence of first.sentences)
    assert.ok(
      first.claims.some(
        (claim: { start: number; end: number }) => claim.start === sentence.start && claim.end === sentence.end,
      ),
    );
  assert.deepEqual(Object.keys(first.claims[0]), [
    'start',
    'end',
    'score',
    'kinds',
    'reasons',
    'attribution',
    'numbers',
  ]);
  assert.deepEqual([empty.sentences, empty.claims], [[], []]);
});

test('a claim is found again in a changed text, or is lost', async () => {
  const range = { start: 4, end: 11 };
  const { code, answers } = await lines(
    'reanchor',
    [
      {
        id: 1,
        old: 'Six bombers hit the city.',
        new: 'On Saturday, six men came. Six bombers hit the city.',
        ranges: [range],
      },
      { id: 2, old: 'Six bombers hit the city.', new: 'Nothing of the kind.', ranges: [range] },
    ]
      .map((line) => JSON.stringify(line))
      .join('\n'),
  );
  assert.equal(code, 0);
  assert.equal(
    'On Saturday, six men came. Six bombers hit the city.'.slice(answers[0].ranges[0].start, answers[0].ranges[0].end),
    'bombers',
  );
  assert.deepEqual(answers[1].ranges, [{ status: 'lost', start: null, end: null }]);
});

test('a line that does not fit ends it with its number; the lines before are answered', async () => {
  const { code, err, answers } = await lines('split', '{"id":1,"text":"A line."}\nnot json\n');
  assert.deepEqual([code, answers.length, err], [1, 1, 'Line 2 is not JSON.\n']);
  const outside = await lines('reanchor', '{"id":1,"old":"abc","new":"abc","ranges":[{"start":1,"end":9}]}');
  assert.deepEqual(
    [outside.code, outside.err],
    [1, 'Line 1 is not valid: a range lies outside of the old text, or is empty.\n'],
  );
});

test('without --jsonl a person reads numbered sentences with what is worth a check', async () => {
  const { code, out } = await claimdesk(['split'], {
    data_dir: await freshFolder(),
    input: 'Six bombers hit the city. Well.',
  });
  assert.equal(code, 0);
  assert.match(out, /^ {3}1 {2}Six bombers hit the city\.\n {6}0\.\d\d {2}the whole \(/);
});
