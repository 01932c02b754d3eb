// The text as it is drawn: every letter once, each with what lies on it, however claims nest and overlap.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { assembleVersion } from '#src/articles/article.ts';
import { type GalleyMarks, galleyOf } from '#src/galley/segments.ts';

const ARTICLE = assembleVersion(
  [
    { role: 'headline', text: 'Gunmen storm a customs house' },
    { role: 'body', text: 'Six men came by boat. They left at noon.\n\nNobody saw them again.' },
  ],
  'en',
);

function placeOf(words: string): { start: number; end: number } {
  const start = ARTICLE.text.indexOf(words);
  return { start, end: start + words.length };
}

function drawn(marks: Partial<GalleyMarks>) {
  return galleyOf(ARTICLE.text, { parts: ARTICLE.parts, sentences: ARTICLE.sentences, claims: [], ...marks });
}

describe('the galley', () => {
  it('gives each paragraph its part, its sentences and all its words', () => {
    const galley = drawn({});
    assert.deepEqual(
      galley.map(({ number, part_role, first_sentence, last_sentence, segments }) => [
        number,
        part_role,
        first_sentence,
        last_sentence,
        segments.map((segment) => segment.text).join(''),
      ]),
      [
        [1, 'headline', 1, 1, 'Gunmen storm a customs house'],
        [2, 'body', 2, 3, 'Six men came by boat. They left at noon.'],
        [3, 'body', 4, 4, 'Nobody saw them again.'],
      ],
    );
    assert.deepEqual(
      galley[1]?.segments.map((segment) => segment.sentence),
      [2, null, 3],
    );
  });

  it('draws a claim inside a claim, and sets the sign of the inner one first where both end', () => {
    const claims = [
      { number: 7, ...placeOf('by boat') },
      { number: 3, ...placeOf('Six men came by boat') },
    ];
    const segments = drawn({ claims })[1]?.segments.filter((segment) => segment.claims.length > 0);
    assert.deepEqual(
      segments?.map(({ text, claims, starts, ends }) => ({ text, claims, starts, ends })),
      [
        { text: 'Six men came ', claims: [3], starts: [3], ends: [] },
        { text: 'by boat', claims: [3, 7], starts: [7], ends: [7, 3] },
      ],
    );
  });

  it('draws claims that overlap, and one that runs over two sentences', () => {
    const claims = [
      { number: 1, ...placeOf('men came by') },
      { number: 2, ...placeOf('by boat. They left') },
    ];
    const segments = drawn({ claims })[1]?.segments;
    assert.deepEqual(
      segments?.map(({ text, claims, ends }) => [text, claims, ends]),
      [
        ['Six ', [], []],
        ['men came ', [1], []],
        ['by', [1, 2], [1]],
        [' boat.', [2], []],
        [' ', [2], []],
        ['They left', [2], [2]],
        [' at noon.', [], []],
      ],
    );
  });

  it('leaves out a claim that lost its place', () => {
    const segments = drawn({ claims: [{ number: 1, start: null, end: null }] }).flatMap((each) => each.segments);
    assert.ok(segments.every((segment) => segment.claims.length === 0));
  });

  it('says what is ticked, left over, unread and initialled', () => {
    const galley = drawn({
      ticks: [{ id: 'tick-1', ...placeOf('Six men') }],
      leftovers: [{ kind: 'date', ...placeOf('noon') }],
      unread: new Set([4]),
      initialled: new Map([[1, 'BO']]),
    });
    assert.equal(galley[0]?.initials, 'BO');
    assert.ok(galley[0]?.segments.every((segment) => segment.is_initialled));
    assert.equal(galley[1]?.initials, null);
    assert.equal(galley[1]?.segments[0]?.tick_id, 'tick-1');
    assert.equal(galley[1]?.segments.find((segment) => segment.text === 'noon')?.leftover_kind, 'date');
    assert.ok(galley[2]?.segments.every((segment) => segment.is_unread));
  });

  it('keeps every letter and puts each mark on its own letters, whatever is marked', () => {
    const range = fc
      .tuple(fc.nat(ARTICLE.text.length - 1), fc.nat(ARTICLE.text.length - 1))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }));
    fc.assert(
      fc.property(fc.array(range, { maxLength: 12 }), fc.array(range, { maxLength: 6 }), (ranges, ticked) => {
        const claims = ranges.map((each, index) => ({ number: index + 1, ...each }));
        const ticks = ticked.map((each, index) => ({ id: `tick-${index}`, ...each }));
        const galley = drawn({ claims, ticks });
        for (const paragraph of galley) {
          const sentences = ARTICLE.sentences.filter((sentence) => sentence.paragraph === paragraph.number);
          const whole = ARTICLE.text.slice(sentences[0]?.start, sentences.at(-1)?.end);
          assert.equal(paragraph.segments.map((segment) => segment.text).join(''), whole);
        }
        const segments = galley.flatMap((paragraph) => paragraph.segments);
        for (const segment of segments) {
          const on = claims.filter((claim) => claim.start < segment.end && segment.start < claim.end);
          assert.ok(on.every((claim) => claim.start <= segment.start && segment.end <= claim.end));
          const order = [...on].sort((a, b) => a.start - b.start || b.end - a.end || a.number - b.number);
          assert.deepEqual(
            segment.claims,
            order.map((claim) => claim.number),
          );
          const ticksHere = ticks.filter((tick) => tick.start <= segment.start && segment.end <= tick.end);
          assert.equal(segment.tick_id !== null, ticksHere.length > 0);
        }
        for (const { number } of claims) {
          const on = segments.filter((segment) => segment.sentence !== null && segment.claims.includes(number));
          assert.deepEqual(
            segments.filter((segment) => segment.ends.includes(number)),
            on.slice(-1),
          );
          assert.deepEqual(
            segments.filter((segment) => segment.starts.includes(number)),
            on.slice(0, 1),
          );
        }
      }),
    );
  });

  it('draws four thousand claims on a long text, each once', () => {
    const text = 'Six men came by boat. '.repeat(20_000).trim();
    const version = assembleVersion([{ role: 'body', text }], 'en');
    const claims = version.sentences
      .filter((_, index) => index % 5 === 0)
      .map(({ start, end }, index) => ({ number: index + 1, start, end: end - 1 }));
    const [paragraph] = galleyOf(version.text, { parts: version.parts, sentences: version.sentences, claims });
    const drawn = paragraph?.segments.flatMap((segment) => segment.ends);
    assert.deepEqual(
      drawn,
      claims.map((claim) => claim.number),
    );
  });
});
