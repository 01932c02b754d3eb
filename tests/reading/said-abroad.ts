// Asks of sentences in another language than English who says what in them.
import assert from 'node:assert/strict';
import { attributionsOf } from '#src/reading/attribution/attribution.ts';
import { sentencesOf } from '#src/reading/sentences/sentences.ts';

/** "Speaker: what they said", of each attribution. */
function said(language: string, text: string): string[] {
  return attributionsOf(text, sentencesOf(text, language), language).map(
    ({ speaker_name, speaker, content }) =>
      `${speaker_name ?? speaker ?? '?'}: ${text.slice(content.start, content.end)}`,
  );
}

type Row = readonly [language: string, text: string, ...said: string[]];

export function allSay(rows: readonly Row[]): void {
  for (const [language, text, ...wanted] of rows) assert.deepEqual(said(language, text), wanted, text);
}
