// The subject of a cue: the words before or behind it that name who speaks.
import { itemAt } from '#src/item-at.ts';
import { type SentenceReading, spanOf } from '../entities/sentence-reading.ts';
import { PRONOUNS } from '../text/function-words.ts';
import type { Cue } from './cues.ts';
import { aroundInsertion } from './insertions.ts';
import { isInvertedBehindComma, type Subject } from './inverted-subjects.ts';
import { isPerfect } from './relative-clauses.ts';
import { subjectOfSentence } from './sentence-subjects.ts';
import { made, phraseStart } from './subject-phrases.ts';

/** The subject before a cue, or null where none stands there. `ofSentence` asks for the subject of the whole sentence. */
export function subjectBefore(reading: SentenceReading, cue: Cue, ofSentence: boolean): Subject | null {
  if (ofSentence) return subjectOfSentence(reading, cue);
  const to = skipBack(reading, cue.from);
  if (to > 0 && isInvertedBehindComma(reading, cue) && !opensWithName(reading, to)) return null;
  if (to === 0) return null;
  const last = itemAt(reading.tokens, to - 1);
  if ((reading.quoted[to - 1] ?? -1) >= 0 && last.kind === 'mark') return null;
  if ((last.key === 'who' && last.text !== 'WHO') || last.key === 'which') return antecedent(reading, to - 1);
  if (last.key === 'that' && to === cue.from) return antecedent(reading, to - 1);
  if (last.text === ',' || last.text === ')' || /^[—–―-]$/.test(last.text)) return aroundInsertion(reading, to);
  if (isPronoun(reading, to - 1))
    return speaking(reading, made(reading, isJoined(reading, to) ? phraseStart(reading, to - 2) : to - 1, to), cue);
  const from = phraseStart(reading, to);
  if (from === to || isPerfect(reading, from - 1)) return null;
  return speaking(reading, made(reading, from, to), cue);
}

function isPronoun({ tokens }: SentenceReading, at: number): boolean {
  const { key, text } = itemAt(tokens, at);
  if (!PRONOUNS.has(key) || text === 'WHO') return false;
  if (key === 'it' && BEHIND.test(tokens[at - 1]?.key ?? '')) return false;
  return !/^(?:him|them|me|us|this|that|those|these|what)$/.test(key);
}

/** "The firm behind it claims": who speaks stands before. */
const BEHIND = /^(?:behind|of|for|against|about|with|near|beside|around|after|to|in|on|at|from)$/;

/** "My brother and I". */
function isJoined(reading: SentenceReading, to: number): boolean {
  return (
    reading.tokens[to - 1]?.key === 'i' &&
    reading.tokens[to - 2]?.key === 'and' &&
    phraseStart(reading, to - 2) < to - 2
  );
}

/** "Nobody has explained", "no official has said": there is none who speaks. "Few have" is as good as nobody. */
function speaking(reading: SentenceReading, subject: Subject, cue: Cue): Subject | null {
  const [before, first, next] = [-1, 0, 1].map((step) => reading.tokens[subject.from + step]?.key ?? '');
  if (first === 'one' && before === 'no') return null;
  if (/^(?:nobody|nothing|none|neither|no-one|anybody|anyone|anything)$/.test(first ?? '')) return null;
  if (first === 'no') return /^(?:fewer|less|more|\d.*)$/.test(next ?? '') ? subject : null;
  const isPerfectTense = /^(?:has|have|had)$/.test(reading.tokens[cue.from]?.key ?? '');
  return /^(?:few|hardly)$/.test(first ?? '') && isPerfectTense ? null : subject;
}

/** "Ida Moor, a nurse, said many of them": the sentence begins with the name that the commas end. */
function opensWithName(reading: SentenceReading, to: number): boolean {
  const around = reading.tokens[to - 1]?.text === ',' ? aroundInsertion(reading, to) : null;
  return around?.from === 0 && reading.names.some((name) => name.from === 0);
}

/** Over "last week", "on Monday" and the like between the subject and its verb. */
function skipBack(reading: SentenceReading, from: number): number {
  let to = from;
  while (
    to > 0 &&
    (reading.timed[to - 1] ||
      (to > 1 && /^(?:him|her|it|them)sel(?:f|ves)$/.test(reading.tokens[to - 1]?.key ?? '')) ||
      (to < from && /^(?:on|in|at|late|early|since|by)$/.test(reading.tokens[to - 1]?.key ?? '')))
  )
    to--;
  return to;
}

const HOLDING = /^(?:holding|carrying|waving|raising|brandishing|displaying|wearing|unfurling)$/;

function antecedent(reading: SentenceReading, who: number): Subject | null {
  let to = who;
  while (/^[,—–―-]$/.test(reading.tokens[to - 1]?.text ?? '')) to--;
  const opening = phraseStart(reading, to);
  // "Some holding placards that read": the placards.
  const held = reading.tokens.findLastIndex(({ key }, at) => at >= opening && at < to - 1 && HOLDING.test(key));
  const from = held < 0 ? opening : held + 1;
  const pronoun = spanOf(reading, who, who + 1);
  return from < to ? { ...made(reading, from, to), from: who, pronoun } : null;
}
