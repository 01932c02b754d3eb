// The subject of a whole sentence, by which a later verb without one speaks: "…, adding that". Pure.

import { itemAt } from '#src/item-at.ts';
import { ROLES } from '../entities/roles.ts';
import type { SentenceReading } from '../entities/sentence-reading.ts';
import { AUXILIARIES, PREPOSITIONS } from '../text/function-words.ts';
import type { Cue } from './cues.ts';
import { INTERJECTED } from './insertions.ts';
import { isPastForm, LONGEST, type Subject } from './inverted-subjects.ts';
import { lead, made } from './subject-phrases.ts';

export function subjectOfSentence(reading: SentenceReading, cue: Cue): Subject | null {
  const first = leadEnd(reading, cue);
  let to = first;
  while (
    to < cue.from &&
    to - first < LONGEST &&
    !/^(?:is|are|was|were|has|had|have|will|would|,)$/.test(reading.tokens[to]?.key ?? '') &&
    !isPastVerb(reading, to)
  )
    to++;
  if (to === first || to === cue.from) return null;
  const from = lead(reading, first, to);
  to = withAside(reading, to, cue.from);
  return from < to && !PREPOSITIONS.has(reading.tokens[from]?.key ?? '') ? made(reading, from, to) : null;
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
  const comma = reading.tokens.findIndex(({ text }) => text === ',');
  if (comma < 0 || comma + 1 >= cue.from) return 0;
  const next = reading.tokens[comma + 1];
  return INTERJECTED.test(next?.key ?? '') && reading.tokens[comma + 2]?.text === ',' ? comma + 3 : comma + 1;
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

function isPastVerb(reading: SentenceReading, at: number): boolean {
  const token = itemAt(reading.tokens, at);
  return at > 0 && isPastForm(token);
}
