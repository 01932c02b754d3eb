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

  it('makes no speaker of whoever did a thing, kept silent or is a rule, nor of a town in capitals', () => {
    for (const text of [
      'The line ordered 14 buses in 2008.',
      'The clinic has ordered 30,000 masks.',
      'He refused four offers in a year.',
      'The firm accepted a bid of £3m.',
      'Her office did not answer three letters asking how.',
      'The mill did not respond to requests for comment.',
      'A clerk decided to change the lock.',
      'The guards saw the van and shut the gate.',
      'The new rules mean more boats are needed.',
      'Safety protocol calls for the crew to be moved.',
      'Ministers last discussed the dam in May.',
      'The crews are desperately trying to reach the dam.',
      'Wards are feeling it: 40 beds were lost in May.',
      'The chain did not say how many shops would close.',
      'Crews found a boy alive on Sunday.',
      'She learned the cello at six.',
      'The council, which advises on dams, could also close it.',
      'OSTREL: Two boats were held with gold worth £4m.',
      'A third of them saw their pains fall by half.',
      'Visitors can see thirty of the bells from Friday.',
      'Ida Moor, a nurse from Ostrel, viewed 14 flats in a month.',
      'The stock closed at £7, valuing the mill at £8m.',
      'The ruling could decide the case, even if it drags on.',
      'Each port was told to draw up its own plan to reach that goal.',
      'The rule was halted while the court considered the matter.',
      'The toll is still far above the level seen before the flood.',
      'Do you know where your keys are?',
      'Do you argue with your cat?',
    ])
      assert.deepEqual(speakersIn(text), [], text);
    assert.deepEqual(speakersIn('The judge ordered him to pay £300.'), ['The judge']);
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
