// Who is not taken for a speaker, though a verb of saying stands beside them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { attributionsOf } from '#src/reading/attribution/attribution.ts';
import { candidatesOf } from '#src/reading/check-worthiness/candidates.ts';
import { sentencesOf } from '#src/reading/sentences/sentences.ts';

const speakersIn = (text: string) => attributionsOf(text, sentencesOf(text)).map(({ speaker }) => speaker);
const reasonsOf = (text: string) => candidatesOf(text)[0]?.reasons ?? [];

describe('a verb of saying', () => {
  it('makes no speaker of an opening or an order', () => {
    for (const text of [
      'Let me say that taxes have doubled.',
      'Let me tell you what the bridge costs.',
      "Let's say the bridge costs more.",
      'So tell me why the bridge fell.',
      'Please say that the bridge is closed.',
      'But ask yourselves why the bridge fell.',
    ]) {
      assert.deepEqual(speakersIn(text), [], text);
      assert.ok(!reasonsOf(text).includes('who said or promised it'), text);
    }
  });

  it('makes no speaker of the weather', () => {
    for (const text of ['The wind said the winter was over.', 'The cold rain told us it was late.']) {
      assert.deepEqual(speakersIn(text), [], text);
      assert.ok(!reasonsOf(text).includes('who said or promised it'), text);
    }
    assert.deepEqual(speakersIn('The weather service said the winter was over.'), ['The weather service']);
  });

  it('is the speaker’s own run-up after “I” in the present, and hands over nobody else’s words', () => {
    for (const text of [
      'I tell you the bridge is closed.',
      "I'll say this: the bridge is closed.",
      'I can tell you that the bridge is closed.',
      'We say that the bridge is closed.',
    ]) {
      assert.deepEqual(speakersIn(text), [], text);
      assert.ok(!reasonsOf(text).includes('who said or promised it'), text);
    }
    const label = 'JANA KOLB: I tell you the bridge is closed.';
    assert.deepEqual(speakersIn(label), ['JANA KOLB']);
  });

  it('names nobody by “I” or “he” alone, and gives a pronoun no ending', () => {
    assert.deepEqual(speakersIn('I said that the bridge was closed.'), [null]);
    assert.deepEqual(speakersIn('“It is late,” she said. He paused. “We must go,” he said.'), [null, null]);
    assert.deepEqual(speakersIn("Jana Kolb said it was late. She'd said the bridge was closed."), [
      'Jana Kolb',
      'Jana Kolb',
    ]);
  });
});
