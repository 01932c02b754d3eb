// Redlined documents of random texts and changes, held against what LibreOffice makes of them.
// Run: node trials/redline.ts [--documents 200] [--seed 1]
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { fitChanges } from '#src/reviews/redline/fit-changes.ts';
import type { Change } from '#src/reviews/redline/redline.ts';
import { writeRedline } from '#src/reviews/redline/write-redline.ts';
import { textAfter } from '#tests/reviews/redline/accept.ts';
import { textsInOffice, type Wanted } from './accept-in-office.ts';

const { values } = parseArgs({
  options: { documents: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
});
const BY = { author: 'Ben Okafor', at: '2026-03-12T12:40:00.000Z' };

const letter = fc.constantFrom(
  ...[
    'Six bombers',
    ' came',
    '. ',
    '\n',
    '\n\n',
    '\t',
    '😀',
    'e\u0301',
    'مئة مسلح ',
    'שלום ',
    '<&]]>"',
    '👩‍👧',
    '六十人',
    ' ',
  ],
);
const words = (maxLength: number) => fc.array(letter, { maxLength }).map((letters) => letters.join(''));
const drawn = fc.sample(
  fc.record({
    text: words(40),
    changes: fc.array(fc.record({ from: fc.nat(1000), length: fc.nat(30), new_words: words(6) }), { maxLength: 6 }),
    remarks: fc.array(fc.record({ from: fc.nat(1000), length: fc.nat(60) }), { maxLength: 6 }),
  }),
  { seed: Number(values.seed), numRuns: Number(values.documents) },
);

interface Trial extends Wanted {
  expected: string;
  own: string;
}

const trials = drawn.flatMap(({ text, changes, remarks }): Trial[] => {
  const rangeOf = ({ from, length }: { from: number; length: number }) => {
    const start = from % (text.length + 1);
    return { start, end: Math.min(text.length, start + length) };
  };
  const some = changes.map((one): Change => ({ ...rangeOf(one), new_words: one.new_words, ...BY }));
  const { tracked } = fitChanges(text, some);
  const bytes = writeRedline({
    ...{ title: 'A text', language: 'en', creator: 'Foreign desk', at: BY.at, face: '', foot: 'Article 1', parts: [] },
    ...{ text, changes: tracked },
    remarks: remarks.map((one) => ({ range: rangeOf(one), lines: ['Said of it'], ...BY })),
  });
  const made = tracked
    .toReversed()
    .reduce((all, { start, end, new_words }) => all.slice(0, start) + new_words + all.slice(end), text);
  return (['accept', 'reject'] as const).map((decision) => ({
    ...{ bytes, decision, own: textAfter(bytes, decision) },
    expected: (decision === 'accept' ? made : text).toWellFormed(),
  }));
});

const folder = await mkdtemp(join(tmpdir(), 'claimdesk-redline-'));
const began = performance.now();
const texts = await textsInOffice(trials, folder);
const seconds = ((performance.now() - began) / 1000).toFixed(1);
await rm(folder, { recursive: true, force: true });

const rows = (['accept', 'reject'] as const).map((decision) => {
  const of = trials
    .map((trial, index) => ({ ...trial, office: texts[index] ?? '' }))
    .filter((one) => one.decision === decision);
  const wrong = of.filter(({ office, expected }) => office !== expected);
  for (const { office, expected } of wrong.slice(0, 5)) console.log(JSON.stringify({ decision, office, expected }));
  return {
    decision,
    documents: of.length,
    'as expected in LibreOffice': of.length - wrong.length,
    'as expected in our own reading': of.filter(({ own, expected }) => own === expected).length,
  };
});
console.table(rows);
console.log(`${trials.length} documents opened in ${seconds} s`);
process.exitCode = texts.every((text, index) => text === trials[index]?.expected) ? 0 : 1;
