// Who says what is heard with the first reading of a text, so that marking words in it hears nothing again.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { TEXT_WORKS } from '#src/claims/analysis/tasks.ts';
import { sentencesOf } from '#src/reading/sentences/sentences.ts';

const CORPUS = join(import.meta.dirname, '../reading/corpus');

test('what a reading heard on its way is what is heard by itself', () => {
  for (const name of readdirSync(CORPUS)) {
    const text = readFileSync(join(CORPUS, name), 'utf8');
    const language = name.split('.')[1] ?? 'en';
    const sentences = sentencesOf(text, language).map((sentence, index) => ({ ...sentence, number: index + 1 }));
    const ground = { text, parts: [{ role: 'body' as const, start: 0, end: text.length }], sentences };
    const read = [...TEXT_WORKS.read({ ground, language })].flatMap(({ statements }) => statements);
    const heard = [...TEXT_WORKS.hear({ text, sentences, language })].flat();
    assert.deepEqual(read, heard, name);
    if (name === 'harbour.en.txt') assert.ok(heard.length > 5);
  }
});
