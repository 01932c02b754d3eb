// Participles that open a sentence: "Noting that it was late, Kolb told the council …". Pure.

import { type SentenceReading, spanOf } from '../entities/sentence-reading.ts';
import { isAdverb } from '../text/adverbs.ts';
import { AUXILIARIES, PREPOSITIONS } from '../text/function-words.ts';
import { trimRange } from '../text/range.ts';
import { SAYING_FORMS } from '../text/speech-verbs.ts';
import type { Cue } from './cues.ts';
import { isPastForm } from './inverted-subjects.ts';
import type { Passage } from './passage.ts';

/** No subject behind the comma is longer than this many words. */
const LONGEST = 8;

/** The passage that a participle at the head of a sentence opens: up to the comma, by the subject behind it. */
export function openingParticiple(reading: SentenceReading, cue: Cue): Passage[] {
  for (let comma = cue.to + 1; comma < reading.tokens.length; comma++) {
    if (reading.tokens[comma]?.text !== ',') continue;
    // A comma inside a closing quotation mark closes the clause, too.
    const isInQuote = (reading.quoted[comma] ?? -1) >= 0;
    if (isInQuote && !/^["”’']$/.test(reading.tokens[comma + 1]?.text ?? '')) continue;
    const from = isInQuote ? comma + 2 : comma + 1;
    const to = subjectEnd(reading, from);
    // "Discussing it, the prime minister, Ida Moor, said": whose comma is whose nobody can tell any more.
    if (isOnSubject(reading, cue, comma)) return [];
    if (to === null || PREPOSITIONS.has(reading.tokens[cue.to]?.key ?? '')) return [];
    const content = trimRange(reading.text, spanOf(reading, cue.to, isInQuote ? from : comma));
    return [{ source: spanOf(reading, from, to), cue: spanOf(reading, cue.from, cue.to), content, is_act: false }];
  }
  return [];
}

/** "Referring to the witness, Kolb said": on what somebody speaks, where nothing of it is quoted. */
function isOnSubject(reading: SentenceReading, cue: Cue, comma: number): boolean {
  if (
    !/^(?:refer|discuss|address|answer|respond|reply|speak|talk|mention|describe|recall|read|see|hear|ask|question)$/.test(
      cue.verb,
    )
  )
    return false;
  return !reading.quoted.slice(cue.to, comma).some((number) => number >= 0) && reading.tokens[cue.to]?.key !== 'that';
}

/** Where the verb stands behind what can be a subject and has no comma. */
function subjectEnd(reading: SentenceReading, from: number): number | null {
  const first = reading.tokens[from];
  if (!first || !(first.is_capital || /^(?:the|an?|he|she|they|it|his|her|their|its)$/.test(first.key))) return null;
  for (let at = from + 1; at < reading.tokens.length && at - from <= LONGEST; at++) {
    const token = reading.tokens[at];
    if (!token || token.kind === 'mark' || (reading.quoted[at] ?? -1) >= 0) return null;
    if (AUXILIARIES.has(token.key) || isPastForm(token) || SAYING_FORMS.has(token.key))
      return withoutAdverb(reading, at);
  }
  return null;
}

function withoutAdverb(reading: SentenceReading, at: number): number {
  return isAdverb(reading.tokens[at - 1]?.key ?? '') && !reading.tokens[at - 1]?.is_capital ? at - 1 : at;
}
