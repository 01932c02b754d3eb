// What an article is called where nobody gave it a name. Pure.
import { cutAtWord } from '#src/cut-at-word.ts';
import { cleanLine } from '#src/text-fields.ts';
import type { AssembledVersion } from './article.ts';

const TITLE_LENGTH = 120;

/** What an article is called where nobody named it: its headline, else the first sentence of its body (of one line), cut at a word. */
export function titleOf(version: AssembledVersion): string {
  const headline = version.parts.find((part) => part.role === 'headline');
  const body = version.parts.find((part) => part.role === 'body');
  const first = version.sentences.find((sentence) => sentence.part_position === body?.position) ?? version.sentences[0];
  const { start, end } = headline ?? first ?? { start: 0, end: 0 };
  const words = version.text.slice(start, end);
  return cutAtWord(cleanLine(headline ? words : (words.split('\n', 1)[0] ?? '')), TITLE_LENGTH);
}
