// Two megabytes of each piece that is hard to cut into sentences: cut to the end, and in how long.
// Run: node trials/long-texts.ts
import assert from 'node:assert/strict';
import { sentencesOf } from '#src/reading/sentences/sentences.ts';
import { UNENDING } from '#tests/reading/unending.ts';

const BYTES = 2_000_000;

for (const piece of UNENDING) {
  const text = piece.repeat(Math.ceil(BYTES / piece.length));
  const began = performance.now();
  const sentences = sentencesOf(text);
  const last = sentences.at(-1)?.end ?? 0;
  assert.equal(text.slice(last).trim(), '', JSON.stringify(piece));
  const took = Math.round(performance.now() - began);
  console.log(`${JSON.stringify(piece).padEnd(20)} ${String(sentences.length).padStart(8)} sentences ${took} ms`);
}
