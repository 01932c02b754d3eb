// Where the phrase that names a subject begins: after the last comma, conjunction or verb before it. Pure.

import { itemAt } from '#src/item-at.ts';
import { ROLES } from '../entities/roles.ts';
import { type SentenceReading, spanOf } from '../entities/sentence-reading.ts';
import { isAdverb } from '../text/adverbs.ts';
import { CONJUNCTIONS, PREPOSITIONS } from '../text/function-words.ts';
import { SAYING_FORMS } from '../text/speech-verbs.ts';
import { isInitialOrTitle, LONGEST, type Subject } from './inverted-subjects.ts';
import { isPerfect, relativeAround } from './relative-clauses.ts';

const CLAUSE_STARTS = new Set(
  'that because while when if as but although though after before whether what how why where so than since until unless whereas'.split(
    ' ',
  ),
);

/** Where the phrase that ends before a token begins: after the last comma, quotation, conjunction or verb. */
export function phraseStart(reading: SentenceReading, to: number): number {
  let from = to;
  while (from > 0 && to - from < LONGEST && !breaksPhrase(reading, from - 1) && !isOpen(reading, from - 1, to)) from--;
  const relative = relativeAround(reading, from - 1);
  if (relative > 0) return phraseStart(reading, relative);
  return lead(reading, from, to);
}

/** "(her office later said": a bracket that nothing closes before the verb. */
function isOpen(reading: SentenceReading, at: number, to: number): boolean {
  return reading.tokens[at]?.text === '(' && !reading.tokens.slice(at, to).some(({ text }) => text === ')');
}

function breaksPhrase(reading: SentenceReading, at: number): boolean {
  const token = itemAt(reading.tokens, at);
  if ((reading.quoted[at] ?? -1) >= 0) return reading.tokens[at]?.kind === 'mark' && /["”“’'»]/.test(token.text);
  if (token.kind === 'mark')
    return (
      !isGlued(reading, at) &&
      !(token.text === '.' && isInitialOrTitle(reading.tokens[at - 1])) &&
      !/^['’&%$()]$/.test(token.text)
    );
  // "Her years as governor": no clause begins.
  if (token.key === 'as' && ROLES.has(reading.tokens[at + 1]?.key ?? '')) return false;
  if (CLAUSE_STARTS.has(token.key)) return true;
  if (token.key === 'to') return !leadsToThing(reading, at);
  if (isPerfect(reading, at)) return true;
  if (token.key.endsWith('ing') && SAYING_FORMS.has(token.key) && reading.tokens[at - 1]?.text === ',') return true;
  return /^(?:is|are|was|were|has|had|have|will|would|could|should|may|might|can|did|does|do|said|says|told|he|she|they|we|i)$/.test(
    token.key,
  );
}

/** "A 46-page analysis": the hyphen parts nothing. */
function isGlued({ tokens }: SentenceReading, at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  return token?.text === '-' && before?.end === token.start && token.end === next?.start;
}

/** "close to the ministry" goes on, "to say" does not. */
function leadsToThing(reading: SentenceReading, at: number): boolean {
  const next = reading.tokens[at + 1];
  return (
    next?.is_capital === true || /^(?:the|an?|its|his|her|their|this|that|him|them|us|me|it)$/.test(next?.key ?? '')
  );
}

/** Without what leads into the phrase: "And", "Meanwhile", "On Monday", "In a statement". */
export function lead(reading: SentenceReading, from: number, to: number): number {
  let at = from;
  while (at < to - 1) {
    const token = itemAt(reading.tokens, at);
    const isLead =
      CONJUNCTIONS.has(token.key) ||
      reading.timed[at] ||
      isAdverb(token.key) ||
      /^(?:meanwhile|also|then|however|still|later|earlier|now|here|there|today|even|instead|which|whom)$/.test(
        token.key,
      );
    if (!isLead && !PREPOSITIONS.has(token.key)) break;
    at = PREPOSITIONS.has(token.key) && !reading.timed[at + 1] ? afterPreposition(reading, at, to) : at + 1;
  }
  return at;
}

/** "In Ohio Clinton": the last name is the subject of what follows a preposition. */
function afterPreposition(reading: SentenceReading, at: number, to: number): number {
  const name = reading.names.findLast((each) => each.from > at && each.to <= to && each.to >= to - 1);
  return name ? name.from : to;
}

export function made(reading: SentenceReading, from: number, to: number): Subject {
  const source = spanOf(reading, from, to);
  // "I’ve suggested": the helping verb is no part of who speaks.
  const pronoun =
    to === from + 1 ? /^(?:i|you|he|she|it|we|they)(?=['’]\p{L})/iu.exec(reading.tokens[from]?.text ?? '') : null;
  const end = pronoun ? source.start + pronoun[0].length : source.end;
  return { from, to, source: { start: source.start, end }, isInverted: false };
}
