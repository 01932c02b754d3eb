// Anchors: a claim keeps to its words when the text changes.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { reanchor } from '#src/reading/alignment/anchors.ts';
import { followClaims } from '#src/reading/alignment/followed-claims.ts';
import { sentencesOf } from '#src/reading/sentences/sentences.ts';
import { foldPrint } from '#src/reading/text/folding.ts';
import { roughProse } from './arbitrary-texts.ts';

const OLD = [
  'The ferry left Port Adair at noon.',
  'Ilse Maren said more than 40 people were on board.',
  '“It was late,” she said.',
  'The storm was the worst in ten years.',
  'Nobody was hurt.',
];
const old = OLD.join(' ');

function follow(quote: string, after: string): [string, string | null] {
  const start = old.indexOf(quote);
  const [anchor] = reanchor(old, after, [{ start, end: start + quote.length }]);
  assert.ok(anchor);
  return [anchor.status, anchor.status === 'lost' ? null : after.slice(anchor.start, anchor.end)];
}

describe('anchors', () => {
  it('are exact where the words stand as before, also when sentences come in front', () => {
    const after = `The harbour was full. ${old}`;
    assert.deepEqual(follow('more than 40 people', after), ['exact', 'more than 40 people']);
  });

  it('are exact through other quotation marks, dashes and spaces', () => {
    const after = old.replace('“It was late,”', '"It was  late,"');
    assert.deepEqual(follow('“It was late,”', after), ['exact', '"It was  late,"']);
  });

  it('are moved where the sentence stands elsewhere', () => {
    const after = [OLD[1], OLD[2], OLD[3], OLD[4], OLD[0]].join(' ');
    assert.deepEqual(follow('left Port Adair', after), ['moved', 'left Port Adair']);
  });

  it('are changed where the words differ, and keep to what replaced them', () => {
    assert.deepEqual(follow('more than 40 people', old.replace('40', '60')), ['changed', 'more than 60 people']);
    assert.deepEqual(follow('The storm was the worst in ten years.', old.replace('in ten years', 'in a decade')), [
      'changed',
      'The storm was the worst in a decade.',
    ]);
  });

  it('stay exact inside a sentence that changed elsewhere', () => {
    assert.deepEqual(follow('more than 40 people', old.replace('on board', 'on deck')), [
      'exact',
      'more than 40 people',
    ]);
  });

  it('are lost where the words are gone', () => {
    const after = [OLD[0], OLD[1], OLD[2], OLD[4]].join(' ');
    assert.deepEqual(follow('The storm was the worst in ten years.', after), ['lost', null]);
  });

  it('tell two equal sentences apart by their neighbours', () => {
    const text = 'Maren spoke. She was late. Reik spoke. She was late.';
    const after = 'Maren spoke first. She was late. Reik spoke. She was late.';
    const start = text.lastIndexOf('She was late.');
    const [anchor] = reanchor(text, after, [{ start, end: text.length }]);
    assert.deepEqual(anchor, { status: 'exact', start: after.lastIndexOf('She was late.'), end: after.length });
  });

  it('are the same for the same text, whatever it is', () => {
    fc.assert(
      fc.property(roughProse, (text) => {
        const ranges = sentencesOf(text).map(({ start, end }) => ({ start, end }));
        assert.deepEqual(
          reanchor(text, text, ranges),
          ranges.map((range) => ({ status: 'exact', ...range })),
        );
      }),
    );
  });

  it('never call words unchanged that differ, and never leave the text', () => {
    fc.assert(
      fc.property(roughProse, roughProse, (before, after) => {
        const ranges = sentencesOf(before).map(({ start, end }) => ({ start, end }));
        reanchor(before, after, ranges).forEach((anchor, index) => {
          if (anchor.status === 'lost') return;
          assert.ok(0 <= anchor.start && anchor.start < anchor.end && anchor.end <= after.length);
          const range = ranges[index] as { start: number; end: number };
          const isSame =
            foldPrint(after.slice(anchor.start, anchor.end)) === foldPrint(before.slice(range.start, range.end));
          if (anchor.status !== 'changed') assert.ok(isSame);
        });
      }),
    );
  });
});

describe('signs that nobody sees', () => {
  it('neither cut a word nor change it', () => {
    for (const [before, after, quote] of [
      ['The spokesman denied it.', 'The spokes\u00adman denied it.', 'spokesman denied it'],
      ['The well-known mayor left.', 'The well\u2011known mayor left.', 'well-known mayor'],
      ['It was the office.', 'It was the of\u200bfice.', 'the office'],
    ] as const) {
      const start = before.indexOf(quote);
      const [followed] = followClaims(before, after, [{ start, end: start + quote.length }]);
      assert.equal(followed?.status, 'exact', quote);
      assert.deepEqual(followed?.changes, []);
    }
  });
});

describe('a claim through a revision', () => {
  const quote = 'more than 40 people';
  const start = old.indexOf(quote);
  const causes = (after: string) => followClaims(old, after, [{ start, end: start + quote.length }])[0]?.changes;

  it('has no cause to be checked again where its sentence and speaker are the same', () => {
    assert.deepEqual(causes(`Rain fell. ${old}`), []);
  });
  it('is checked again for a number, a name, a negation or a date in its sentence', () => {
    assert.deepEqual(causes(old.replace('40', '60')), ['number']);
    assert.deepEqual(causes(old.replace('were on board', 'were not on board')), ['negation']);
    assert.deepEqual(causes(old.replace('on board', 'on board on Friday')), ['date']);
  });
  it('is checked again when somebody else says it, though the quote be exact', () => {
    assert.deepEqual(causes(old.replace('Ilse Maren', 'Tomas Reik')), ['name', 'speaker']);
  });
  it('knows plain rewording from all that', () => {
    assert.deepEqual(causes(old.replace('on board', 'on deck')), ['wording']);
  });
});
