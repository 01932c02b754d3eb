// The subject of a whole sentence, by which a later verb without one speaks: "…, adding that". Pure.

import { itemAt } from '#src/item-at.ts';
import { ROLES } from '../entities/roles.ts';
import type { SentenceReading } from '../entities/sentence-reading.ts';
import { isAdverb } from '../text/adverbs.ts';
import { AUXILIARIES, PREPOSITIONS } from '../text/function-words.ts';
import type { Cue } from './cues.ts';
import { INTERJECTED } from './insertions.ts';
import { isPastForm, LONGEST, type Subject } from './inverted-subjects.ts';
import { lead, made } from './subject-phrases.ts';

export function subjectOfSentence(reading: SentenceReading, cue: Cue): Subject | null {
  const first = Math.max(leadEnd(reading, cue), colonEnd(reading, cue));
  let to = first;
  while (
    to < cue.from &&
    to - first < LONGEST &&
    !/^(?:is|are|was|were|has|had|have|will|would|,)$/.test(reading.tokens[to]?.key ?? '') &&
    !isPastVerb(reading, to) &&
    !isSayingNow(reading, to)
  )
    to++;
  // "He recently pitched it, telling", "Kolb and has aides".
  while (to > first + 1 && (isTrailing(reading.tokens[to - 1]?.key ?? '') || isWhen(reading, to - 1, first))) to--;
  if (to === first || to === cue.from) return null;
  const from = lead(reading, first, to);
  to = withAside(reading, to, cue.from);
  return from < to && !PREPOSITIONS.has(reading.tokens[from]?.key ?? '') ? made(reading, from, to) : null;
}

/** "The minister on Thursday presented it, saying": when is no part of who. */
function isWhen({ tokens, timed }: SentenceReading, at: number, first: number): boolean {
  // Papers are called "USA Today" and "The Mail on Sunday".
  const isPaper = tokens[at]?.text === 'Today' || [1, 2].some((step) => tokens[at - step]?.text === 'Mail');
  if (at <= first + 1 || isPaper) return false;
  return (
    timed[at] === true || (timed[at + 1] === true && /^(?:on|in|at|early|late|since)$/.test(tokens[at]?.key ?? ''))
  );
}

function isTrailing(key: string): boolean {
  return isAdverb(key) || /^(?:also|then|and|but|or)$/.test(key);
}

/** "In August, several groups granted him more time, saying": the clause begins behind the comma of what leads in. */
function leadEnd(reading: SentenceReading, cue: Cue): number {
  const first = reading.tokens[0];
  if (
    !first ||
    !(
      PREPOSITIONS.has(first.key) ||
      reading.timed[0] ||
      /^(?:when|while|after|before|as|if|although|though|asked|faced)$/.test(first.key) ||
      /[a-z]{3}ed$/.test(first.key)
    )
  )
    return 0;
  const comma = mainComma(reading, cue.from);
  if (comma === null) return 0;
  const next = reading.tokens[comma + 1];
  return INTERJECTED.test(next?.key ?? '') && reading.tokens[comma + 2]?.text === ',' ? comma + 3 : comma + 1;
}

/** "Another challenge: Most states have passed it, meaning": the clause begins behind the colon. */
function colonEnd(reading: SentenceReading, cue: Cue): number {
  const colon = reading.tokens.findLastIndex(
    ({ text }, at) => text === ':' && at < cue.from - 1 && (reading.quoted[at] ?? -1) < 0,
  );
  return colon + 1;
}

/** The first comma with a verb between it and the next: "After the talks, and a vote by all, Kolb signed it". */
function mainComma(reading: SentenceReading, limit: number): number | null {
  const commas = reading.tokens.flatMap(({ text }, at) => (text === ',' && at + 1 < limit ? [at] : []));
  const found = commas.find((comma, index) => {
    const end = Math.min(commas[index + 1] ?? limit, limit);
    return reading.tokens.slice(comma + 2, end).some((token) => AUXILIARIES.has(token.key) || isPastForm(token));
  });
  return found ?? commas[0] ?? null;
}

/** "Dean, a doctor, poked at it, saying": with what the commas set behind the name. */
function withAside(reading: SentenceReading, to: number, limit: number): number {
  const first = reading.tokens[to + 1];
  if (reading.tokens[to]?.text !== ',' || !(/^(?:an?|the)$/.test(first?.key ?? '') || ROLES.has(first?.key ?? '')))
    return to;
  const close = reading.tokens.findIndex(({ text }, at) => at > to && text === ',');
  const isNoun = reading.tokens.slice(to, close).every((token) => !isPastForm(token) && !AUXILIARIES.has(token.key));
  return close > to && close < limit && isNoun ? close : to;
}

/** "The department notes on its page, adding": a verb, though its letters are a noun's, too. */
function isSayingNow(reading: SentenceReading, at: number): boolean {
  const token = itemAt(reading.tokens, at);
  const next = reading.tokens[at + 1]?.key ?? '';
  return (
    at > 0 &&
    /^(?:says|notes|reports|claims|states|argues|warns)$/.test(token.key) &&
    /^(?:that|on|in|the|an?|it|they)$/.test(next)
  );
}

function isPastVerb(reading: SentenceReading, at: number): boolean {
  const token = itemAt(reading.tokens, at);
  return at > 0 && isPastForm(token);
}
