// What differs between two versions of one sentence: a number, a name, a "not"?
import { readingOf, type SentenceReading } from '../entities/sentence-reading.ts';
import { foldPrint } from '../text/folding.ts';
import { withoutHidden } from '../text/hidden-letters.ts';
import type { Range } from '../text/range.ts';

/** `wording` where other words differ, none of these. */
export type SentenceChange = 'number' | 'name' | 'date' | 'negation' | 'speaker' | 'wording';

/** A sentence of one version (several, where a claim runs over them), and who speaks in it by full name. */
export type SentenceVersion = { text: string; sentence: Range; speaker: string | null; language?: string | undefined };

const NEGATION =
  /^(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|deny|denies|denied|denying|refuse|refused|refuses|fail|failed|fails|unable)$|n't$/;

/** The kinds of change between two versions, empty where they print the same words; quotes, dashes and spaces do not count. */
export function changesBetween(before: SentenceVersion, after: SentenceVersion): SentenceChange[] {
  const speaker: SentenceChange[] = before.speaker === after.speaker ? [] : ['speaker'];
  if (wordsOf(before) === wordsOf(after)) return speaker;
  const old = readingOf(before.text, before.sentence, [], before.language);
  const fresh = readingOf(after.text, after.sentence, [], after.language);
  const differs = (read: (reading: SentenceReading) => string[]) =>
    read(old).sort().join('|') !== read(fresh).sort().join('|');
  const changes: SentenceChange[] = [];
  if (differs(numbersIn)) changes.push('number');
  if (differs(datesIn)) changes.push('date');
  if (differs(namesIn)) changes.push('name');
  if (differs(negationsIn)) changes.push('negation');
  if (changes.length === 0) changes.push('wording');
  return [...changes, ...speaker];
}

function wordsOf({ text, sentence }: SentenceVersion): string {
  return foldPrint(withoutHidden(text.slice(sentence.start, sentence.end))).trim();
}

function numbersIn({ figures, tokens }: SentenceReading): string[] {
  const digits = tokens.filter((token) => /\d/.test(token.text)).map((token) => token.text);
  return [...digits, ...figures.map(({ comparator, value }) => `${comparator} ${value.toLowerCase()}`)];
}

function datesIn({ text, times }: SentenceReading): string[] {
  return times.map(({ start, end }) => text.slice(start, end).toLowerCase());
}

function namesIn({ text, names }: SentenceReading): string[] {
  return names.map(({ start, end }) => foldPrint(text.slice(start, end)));
}

function negationsIn({ tokens }: SentenceReading): string[] {
  return tokens.filter((token) => NEGATION.test(token.key)).map((token) => token.key);
}
