// A sentence made ready for reading: its words, quotations, times and names.
import { itemAt } from '#src/item-at.ts';
import { lexiconOf } from '../lexicons/lexicons.ts';
import { partedTokens } from '../lexicons/parted-tokens.ts';
import { overlaps, type Range } from '../text/range.ts';
import { type Token, tokensOf } from '../text/tokens.ts';
import { vocabularyOf } from '../text/vocabulary.ts';
import { type Figure, figuresAmong } from './figures.ts';
import { type Name, namesOf } from './names.ts';
import { type Time, timesOf } from './times.ts';

export type SentenceReading = Range & {
  text: string;
  tokens: Token[];
  /** By token: the number of the quotation it stands in, or -1. */
  quoted: number[];
  /** By token: whether it is part of a statement of time. */
  timed: boolean[];
  names: Name[];
  times: Time[];
  figures: Figure[];
};

/** Nothing a person writes is longer; what is would only make the reading slow. */
const LONGEST_READ = 5000;

/** `language` (BCP 47) says what its separators, number words and names look like. */
export function readingOf(
  text: string,
  sentence: Range,
  quotations: readonly Range[],
  language?: string,
): SentenceReading {
  const read = { start: sentence.start, end: Math.min(sentence.end, sentence.start + LONGEST_READ) };
  const tokens = lexiconOf(language) ? partedTokens(tokensOf(text, read)) : tokensOf(text, read);
  const times = timesOf(text, read, language);
  return {
    ...read,
    text,
    tokens,
    quoted: overlapping(tokens, quotations),
    timed: overlapping(tokens, times).map((time) => time >= 0),
    names: namesOf(tokens, vocabularyOf(text), language),
    times,
    figures: figuresAmong(text, tokens, times, language),
  };
}

/** By token: the first of these ranges that it shares a letter with, or -1. Both are in order and do not overlap among themselves. */
function overlapping(tokens: readonly Token[], ranges: readonly Range[]): number[] {
  let at = 0;
  return tokens.map((token) => {
    while (at < ranges.length && itemAt(ranges, at).end <= token.start) at += 1;
    const range = ranges[at];
    return range !== undefined && overlaps(range, token) ? at : -1;
  });
}

/** The letters from one token to before another. */
export function spanOf(reading: SentenceReading, from: number, to: number): Range {
  const first = reading.tokens[from];
  const last = reading.tokens[to - 1];
  return first && last ? { start: first.start, end: last.end } : { start: reading.start, end: reading.start };
}
