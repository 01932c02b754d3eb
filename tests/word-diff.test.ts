// Two texts laid into each other, and the sentences of two versions: nothing is lost, nothing is told twice.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sentenceChangesOf } from '#src/claims/analysis/version-changes.ts';
import { sentencesOf } from '#src/reading/sentences/sentences.ts';
import { wordDiff } from '#src/word-diff.ts';

const words = fc
  .array(fc.constantFrom('the', 'ferry', 'sank', '24', '26', '“no”', '&lt;', '<b>', '漢字', '.', '\n\n'), {
    maxLength: 30,
  })
  .map((some) => some.join(' '));
const prose = fc
  .array(
    fc.constantFrom('Nine ships burned.', 'Ten ships burned.', 'Nobody was hurt.', 'It rained.', '“Stop,” she said.'),
    {
      maxLength: 12,
    },
  )
  .map((some) => some.join(' '));

/** The text of the markup with one kind of change left out. */
function without(kind: 'del' | 'ins', markup: string): string {
  return markup
    .replace(new RegExp(`<${kind}>.*?</${kind}>`, 'gs'), '')
    .replace(/<span class="visually-hidden" dir="ltr">[^<]*<\/span>/g, '')
    .replace(/<\/?(?:del|ins)>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

test('without what was put in the old text is left, without what was taken out the new one', () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      const markup = wordDiff(before, after).toString();
      assert.equal(without('ins', markup), before);
      assert.equal(without('del', markup), after);
    }),
  );
});

test('words that changed side by side are one change, and each says in words what it is', () => {
  assert.equal(
    wordDiff('At least 24 people died there.', 'At least 26 men died there.').toString(),
    'At least <del><span class="visually-hidden" dir="ltr">removed: </span>24 people</del><ins><span class="visually-hidden" dir="ltr">added: </span>26 men</ins> died there.',
  );
});

test('every sentence of either version is accounted for once', () => {
  fc.assert(
    fc.property(prose, prose, (before, after) => {
      const side = (text: string) => ({
        text,
        sentences: sentencesOf(text).map((sentence, index) => ({ ...sentence, number: index + 1 })),
      });
      const [old, fresh] = [side(before), side(after)];
      const { same, changed, fresh: come, gone } = sentenceChangesOf(old, fresh);
      const news = [...same.keys(), ...changed.keys(), ...come].sort((a, b) => a - b);
      assert.deepEqual(
        news,
        fresh.sentences.map((one) => one.number),
      );
      const olds = [...same.values(), ...changed.values(), ...gone.map((one) => one.sentence)].map((one) => one.number);
      assert.deepEqual(
        olds.sort((a, b) => a - b),
        old.sentences.map((one) => one.number),
      );
    }),
  );
});
