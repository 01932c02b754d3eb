// What the writer may hand in, how much of it, and which words of the text a piece is about. Pure.
import { counted, saySize } from '#src/counted.ts';
import { cutAtWord } from '#src/cut-at-word.ts';
import { findWords } from '#src/reading/text/find-words.ts';
import type { HandedPieceTable } from './tables.ts';

/** Of each, so many rows by one link. */
export const ROWS_AT_MOST = 300;
/** What is left is erased so many days later. */
export const LEFT_DAYS = 30;

/** What one link may bring in all. */
export interface PackageLimits {
  file_bytes: number;
  files: number;
  bytes: number;
}

type Held = Pick<HandedPieceTable, 'kind' | 'size'>;

/** Why this file may not come on top of what the link brought; '' where it may. */
export function whyNoRoom(size: number, held: readonly Held[], limits: PackageLimits): string {
  const files = held.filter(({ kind }) => kind === 'file');
  const bytes = files.reduce((sum, one) => sum + one.size, 0);
  if (size > limits.file_bytes) return `it is larger than ${saySize(limits.file_bytes)}`;
  if (files.length >= limits.files)
    return `this link has brought ${counted(limits.files, 'file')}, which is all it may`;
  if (bytes + size > limits.bytes) return `with it this link would have brought more than ${saySize(limits.bytes)}`;
  return '';
}

type Before = Pick<HandedPieceTable, 'is_confidential' | 'decision'>;

/**
 * What is handed in beside the same that was handed in before: once is enough. What is confidential now and was not is the
 * one to be held back from now on, or, where all of it was taken as it came, something new for a checker to see.
 */
export function broughtBefore<One extends Before>(
  { is_confidential }: Pick<HandedPieceTable, 'is_confidential'>,
  same: readonly One[],
): 'new' | 'known' | One {
  if (same.length === 0) return 'new';
  if (is_confidential === 0 || same.some((one) => one.is_confidential === 1)) return 'known';
  return same.find(({ decision }) => decision !== 'taken') ?? 'new';
}

interface Ground {
  text: string;
  parts: readonly { position: number; role: string; start: number; end: number }[];
  sentences: readonly { number: number; paragraph: number; part_position: number; start: number; end: number }[];
}

export interface AboutFound {
  sentence: number;
  /** The first words of what it is about. */
  words: string;
}

const SHOWN = 90;

/**
 * The place that was meant: a paragraph by its number in the body, or words as they stand in the text. Null where the text
 * has neither; what was typed is shown all the same.
 */
export function placeAbout(about: string, { text, parts, sentences }: Ground): AboutFound | null {
  const number = /^(?:paragraph|para|par\.?|¶)?\s*(\d{1,4})$/i.exec(about)?.[1];
  const found = number === undefined ? byWords(about, text, sentences) : byParagraph(Number(number), parts, sentences);
  return found === undefined
    ? null
    : { sentence: found.number, words: cutAtWord(text.slice(found.start, found.end), SHOWN) };
}

function byParagraph(number: number, parts: Ground['parts'], sentences: Ground['sentences']) {
  const body = new Set(parts.filter(({ role }) => role === 'body').map(({ position }) => position));
  const ofBody = sentences.filter((one) => body.has(one.part_position));
  const paragraph = [...new Set(ofBody.map((one) => one.paragraph))][number - 1];
  return ofBody.find((one) => one.paragraph === paragraph && paragraph !== undefined);
}

function byWords(about: string, text: string, sentences: Ground['sentences']) {
  if (about.length < 3) return undefined;
  const [range] = findWords(text, about);
  return range === undefined ? undefined : sentences.find(({ end }) => range.start < end);
}
