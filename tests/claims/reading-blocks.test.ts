// What is read in a text and kept in blocks is what a reading of the whole says, for any words of it.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { zstdCompressSync } from 'node:zlib';
import { packedBlocks, statementsTouching, suggestionsWithin, unpacked } from '#src/claims/analysis/reading-blocks.ts';
import { type Suggestion, suggestionsOf } from '#src/claims/analysis/suggestion.ts';
import { itemAt, needed } from '#src/item-at.ts';
import { readClaim, statementsOf } from '#src/reading/check-worthiness/claim-reading.ts';
import { leftoversOf } from '#src/reading/check-worthiness/leftovers.ts';
import { sentencesOf } from '#src/reading/sentences/sentences.ts';
import { contains, overlaps, type Range } from '#src/reading/text/range.ts';

const CORPUS = join(import.meta.dirname, '../reading/corpus');

function groundOf(text: string, language: string) {
  const sentences = sentencesOf(text, language).map((sentence, index) => ({ ...sentence, number: index + 1 }));
  return { text, parts: [{ role: 'body' as const, start: 0, end: text.length }], sentences };
}

test('blocks hold all that is read, and those around words all that is filled in for them', () => {
  for (const name of readdirSync(CORPUS)) {
    const language = name.split('.')[1] ?? 'en';
    const words = readFileSync(join(CORPUS, name), 'utf8');
    const ground = groundOf(
      name === 'harbour.en.txt' ? `${words}\n\n`.repeat(Math.ceil(11_000 / words.length)) : words,
      language,
    );
    const { text, sentences } = ground;
    const blocks = [...packedBlocks({ ground, language })];
    assert.ok(name !== 'harbour.en.txt' || blocks.length > 2, 'the text is too short to be kept in several blocks');
    assert.deepEqual([blocks[0]?.start, blocks.at(-1)?.end], [0, text.length]);
    assert.ok(blocks.every(({ start }, at) => at === 0 || start === blocks[at - 1]?.end));
    const suggestions: Suggestion[] = JSON.parse(JSON.stringify(suggestionsOf(ground, language)));
    assert.deepEqual(
      blocks.flatMap((block) => unpacked(block, 'leftovers')),
      sentences.map((one) => [one.number, leftoversOf(text, one, language)]),
    );
    assert.deepEqual(
      blocks.flatMap((block) => unpacked(block, 'suggestions')),
      suggestions,
    );
    const whole = statementsOf(text, sentences, language);
    const across = sentences.slice(1).map(({ end }, at) => ({ start: itemAt(sentences, at).start, end }));
    for (const range of [...sentences, ...across]) {
      const touched = blocks.filter((block) => overlaps(block, range));
      const around = touched.flatMap((block) => statementsTouching(block, range));
      assert.deepEqual(
        touched.flatMap((block) => suggestionsWithin(block, range)),
        suggestions.filter((one) => contains(range, one)),
      );
      assert.deepEqual(readClaim(text, range, around, language), readClaim(text, range, whole, language), said(range));
    }
  }
});

function said({ start, end }: Range): string {
  return `words ${start} to ${end}`;
}

test('what an older program packed as one list is read as it was', () => {
  const ground = groundOf('The mayor said six trams stood still on Friday. Nobody was hurt.', 'en');
  const [block] = [...packedBlocks({ ground, language: 'en' })];
  const suggestions = unpacked(needed(block, 'block'), 'suggestions');
  const old = { suggestions: zstdCompressSync(JSON.stringify(suggestions)) };
  assert.ok(suggestions.length > 0);
  assert.deepEqual(unpacked(old, 'suggestions'), suggestions);
  assert.deepEqual(suggestionsWithin(old, itemAt(suggestions, 0)), [suggestions[0]]);
});

test('a text without a sentence has one block, in which nothing is', () => {
  const blocks = [...packedBlocks({ ground: groundOf(' \n', 'en'), language: 'en' })];
  assert.deepEqual(
    blocks.map(({ start, end }) => [start, end]),
    [[0, 2]],
  );
  assert.deepEqual(unpacked(itemAt(blocks, 0), 'leftovers'), []);
});
