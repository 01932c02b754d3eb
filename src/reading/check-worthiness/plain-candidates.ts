// Candidates for a text in a language without rules of ours: what shows in any script.
import { itemAt } from '#src/item-at.ts';
import { valueOfDigits } from '../entities/digits.ts';
import type { Figure } from '../entities/figures.ts';
import { paragraphReadingsOf } from '../entities/paragraph-reading.ts';
import type { Quotation } from '../entities/quotations.ts';
import type { SentenceReading } from '../entities/sentence-reading.ts';
import type { Sentence } from '../sentences/sentences.ts';
import { writesNamesLarge } from '../text/languages.ts';
import { intersectionOf, type Range } from '../text/range.ts';
import type { Token } from '../text/tokens.ts';
import type { Candidate } from './candidate.ts';

/** What is found in a sentence. A name alone stays below the usual line: nearly every sentence of a report has one. */
interface Found {
  figures: Figure[];
  /** How many of its letters stand between quotation marks. */
  quoted: number;
  names: number;
}

const START = 0.1;
const SIGNS: { weight: number; reason: string; holds: (found: Found) => boolean }[] = [
  { weight: 0.35, reason: 'a number', holds: ({ figures }) => figures.length > 0 },
  { weight: 0.1, reason: 'money or a share', holds: ({ figures }) => figures.some(({ unit }) => unit !== null) },
  { weight: 0.05, reason: 'several numbers', holds: ({ figures }) => figures.length > 1 },
  { weight: 0.3, reason: 'words in quotation marks', holds: ({ quoted }) => quoted > 0 },
  { weight: 0.1, reason: 'somebody or something named', holds: ({ names }) => names > 0 },
];

/** One candidate a sentence: numbers written in digits, quotations and, where a capital tells them, names. Nobody is heard. */
export function plainCandidatesOf(text: string, sentences: readonly Sentence[], language: string): Candidate[] {
  const candidates: Candidate[] = [];
  for (const { quotations, sentences: readings } of paragraphReadingsOf(text, sentences))
    for (const reading of readings) candidates.push(candidateFor(reading, foundIn(reading, quotations, language)));
  return candidates;
}

function candidateFor({ start, end }: Range, found: Found): Candidate {
  const signs = SIGNS.filter((sign) => sign.holds(found));
  const score = signs.reduce((sum, sign) => sum + sign.weight, START);
  const kind = found.quoted * 2 > end - start ? 'quotation' : found.figures.length > 0 ? 'number' : 'other';
  return {
    start,
    end,
    score: Math.round(score * 1000) / 1000,
    reasons: signs.map((sign) => sign.reason),
    kind,
    attribution: null,
    attributions: [],
    figures: found.figures,
    is_sentence: true,
  };
}

function foundIn(reading: SentenceReading, quotations: readonly Quotation[], language: string): Found {
  const { tokens } = reading;
  return {
    figures: plainFigures(reading, language),
    quoted: quotations.reduce((letters, each) => letters + sizeOf(intersectionOf(each, reading)), 0),
    names: writesNamesLarge(language) ? tokens.filter((_, at) => isNamed(tokens, at)).length : 0,
  };
}

/**
 * A number in digits of any script, which may stand in a row of letters ("120棟"). Part of a name (B52), a clock, a date
 * (12/3, 5. Mai), a year and the number of a list item are none. What bends it, nobody here can read.
 */
const NUMBER =
  /(?<![\p{Nd}\p{Lu}\p{Ll}:.,/-])[$€£¥₹]?\s?\p{Nd}+(?:[.,٫٬]\p{Nd}+)*(?![\p{Nd}:/]|\.\s\p{L})\s?[$€£¥₹%٪％]?/gu;
const YEAR = /^(?:1[5-9]|20)\d\d$/;

function plainFigures({ text, start, end }: SentenceReading, language: string): Figure[] {
  return [...text.slice(start, end).matchAll(NUMBER)].flatMap((found) => {
    const value = found[0].trim();
    const digits = value.replace(/^[^\p{Nd}]+|[^\p{Nd}]+$/gu, '');
    if (YEAR.test(value)) return [];
    const from = start + found.index + found[0].indexOf(value);
    const amount = digits.length > 15 ? null : valueOfDigits(digits, language);
    const unit = value.replace(digits, '').trim() || null;
    return [{ start: from, end: from + value.length, value: digits, low: amount, high: amount, comparator: '=', unit }];
  });
}

/** A capital inside the sentence, where nothing but a name asks for one. */
function isNamed(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before !== undefined && before.kind !== 'mark' && itemAt(tokens, at).is_capital;
}

function sizeOf({ start, end }: Range): number {
  return Math.max(0, end - start);
}
