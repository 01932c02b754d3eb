// What an article is made of: parts in their order, one text, its sentences. Pure.
import { createHash } from 'node:crypto';
import { RuleBroken } from '#src/errors.ts';
import { sentencesOf } from '#src/reading/sentences.ts';
import { cleanText } from '#src/text-fields.ts';
import type { PartRole } from './tables.ts';

export const ARTICLE_BYTES = 1_000_000;

export interface PartText {
  role: PartRole;
  text: string;
}

export interface SentencePlace {
  number: number;
  paragraph: number;
  part_position: number;
  start: number;
  end: number;
}

export interface VersionText {
  text: string;
  sha256: string;
  parts: { position: number; role: PartRole; start: number; end: number }[];
  sentences: SentencePlace[];
}

/** Text of an article as it is stored: well-formed, NFC, `\n`, no control characters, trimmed. */
export function cleanArticleText(text: string): string {
  return cleanText(text).normalize('NFC');
}

/**
 * One text out of the parts that have words, an empty line between them, with the ranges of the parts and the sentences
 * in it (UTF-16 code units, half open) and the SHA-256 of its UTF-8. RuleBroken where nothing is left to check or it
 * is larger than ARTICLE_BYTES.
 */
export function assembleVersion(texts: PartText[], language: string): VersionText {
  const version: VersionText = { text: '', sha256: '', parts: [], sentences: [] };
  let paragraphs = 0;
  for (const part of texts) {
    const words = cleanArticleText(part.text);
    if (words === '') continue;
    if (version.text !== '') version.text += '\n\n';
    const start = version.text.length;
    const position = version.parts.length + 1;
    version.text += words;
    version.parts.push({ position, role: part.role, start, end: version.text.length });
    for (const sentence of sentencesOf(words, language)) {
      version.sentences.push({
        number: version.sentences.length + 1,
        paragraph: paragraphs + sentence.paragraph,
        part_position: position,
        start: start + sentence.start,
        end: start + sentence.end,
      });
    }
    paragraphs = version.sentences.at(-1)?.paragraph ?? paragraphs;
  }
  if (version.sentences.length === 0) throw new RuleBroken('Paste the text of the article, or choose a file.', 'body');
  if (Buffer.byteLength(version.text) > ARTICLE_BYTES)
    throw new RuleBroken(
      'This text is longer than 1,000,000 bytes. Take it in as several articles, a chapter each.',
      'body',
    );
  version.sha256 = createHash('sha256').update(version.text, 'utf8').digest('hex');
  return version;
}
