// What an article is made of: parts in their order, one text, its sentences. Pure.
import { createHash } from 'node:crypto';
import { RuleBroken, TooLarge } from '#src/errors.ts';
import { findPiledMarks, normalised, sayPiledMarks } from '#src/piled-marks.ts';
import { sentencesOf } from '#src/reading/sentences/sentences.ts';
import { cleanText } from '#src/text-fields.ts';
import type { PartRole } from './tables.ts';

export const ARTICLE_BYTES = 1_000_000;
const ARTICLE_SENTENCES = 50_000;
const LETTERS_NUMBERS_OR_SIGNS = /[\p{L}\p{N}\p{P}\p{S}]/u;

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

export interface AssembledVersion {
  text: string;
  sha256: string;
  parts: { position: number; role: PartRole; start: number; end: number }[];
  sentences: SentencePlace[];
}

export const NO_BODY = 'Paste the text of the article, or choose a file.';

/** Whether there is anything to read: a letter, a number or a sign. White space and what nobody sees do not count. */
export function hasWords(text: string): boolean {
  return LETTERS_NUMBERS_OR_SIGNS.test(text);
}

/**
 * Text of an article as it is stored: well-formed, NFC, `\n`, no control characters, trimmed; without the characters that
 * nobody sees and that part a number or a name (soft hyphens, zero-width spaces), and with Word's bullets as bullets.
 */
export function cleanArticleText(text: string): string {
  return normalised(cleanText(text).replace(UNSEEN, '').replace(WORD_BULLETS, '$1•'), 'NFC');
}

/** A zero-width space shows where Thai, Lao, Khmer, Burmese and Tibetan may break a line: it stays between their letters. */
const UNSEEN =
  /[\u00AD\u2060\uFEFF]|(?<![\u0E00-\u0EFF\u0F00-\u0FFF\u1000-\u109F\u1780-\u17FF])\u200B|\u200B(?![\u0E00-\u0EFF\u0F00-\u0FFF\u1000-\u109F\u1780-\u17FF])/g;
/** Bullets of the fonts Symbol and Wingdings, which have no letter anywhere else. */
const WORD_BULLETS = /^([ \t]*)[\uF000-\uF0FF](?=[ \t])/gm;

/**
 * One text out of the parts that have words, an empty line between them, with the ranges of the parts and the sentences
 * in it (UTF-16 code units, half open) and the SHA-256 of its UTF-8. RuleBroken where no body is left to check, or a letter
 * carries more marks than any writing sets; TooLarge where it is longer than ARTICLE_BYTES or has more sentences than a desk
 * could read. Each bound is looked at before the work that it bounds.
 */
export function assembleVersion(texts: PartText[], language: string): AssembledVersion {
  assertReadable(texts);
  const version: AssembledVersion = { text: '', sha256: '', parts: [], sentences: [] };
  for (const { role, text } of texts) {
    const words = cleanArticleText(text);
    if (!hasWords(words)) continue;
    if (version.text !== '') version.text += '\n\n';
    const start = version.text.length;
    version.text += words;
    version.parts.push({ position: version.parts.length + 1, role, start, end: version.text.length });
  }
  if (!version.parts.some((part) => part.role === 'body')) throw new RuleBroken(NO_BODY, 'body');
  if (Buffer.byteLength(version.text) > ARTICLE_BYTES) throw tooLarge();
  version.sentences = sentencesIn(version, language);
  if (version.sentences.length > ARTICLE_SENTENCES) throw tooLarge();
  version.sha256 = createHash('sha256').update(version.text, 'utf8').digest('hex');
  return version;
}

function sentencesIn({ text, parts }: AssembledVersion, language: string): SentencePlace[] {
  const sentences: SentencePlace[] = [];
  for (const { position, start, end } of parts) {
    const paragraphs = sentences.at(-1)?.paragraph ?? 0;
    for (const sentence of sentencesOf(text.slice(start, end), language)) {
      sentences.push({
        number: sentences.length + 1,
        paragraph: paragraphs + sentence.paragraph,
        part_position: position,
        start: start + sentence.start,
        end: start + sentence.end,
      });
    }
  }
  return sentences;
}

/** What can be told at a glance, before anything is done with the words. Throws TooLarge, RuleBroken with the field. */
function assertReadable(texts: PartText[]): void {
  assertSize(texts);
  for (const { role, text } of texts) {
    const piled = findPiledMarks(text);
    if (piled) throw new RuleBroken(sayPiledMarks(piled), FIELDS[role] ?? 'body');
  }
}

/** The same for the length alone. Letters that are written in pieces (NFD) take up to three times the room, and are put together later. */
export function assertSize(texts: PartText[]): void {
  let bytes = 0;
  for (const { text } of texts) bytes += Buffer.byteLength(text);
  if (bytes > 3 * ARTICLE_BYTES) throw tooLarge();
}

const FIELDS: Partial<Record<PartRole, string>> = {
  headline: 'headline',
  standfirst: 'standfirst',
  caption: 'captions',
  credit: 'credits',
};

function tooLarge(): TooLarge {
  return new TooLarge(
    'This text is longer than one article can be (1,000,000 bytes or 50,000 sentences). Add it as several articles, one per chapter.',
    'body',
  );
}

/** How many paragraphs these sentences stand in. */
export function countParagraphs(sentences: SentencePlace[]): number {
  return sentences.at(-1)?.paragraph ?? 0;
}
