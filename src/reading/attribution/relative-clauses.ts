// Relative clauses: "the company that owns the ship" is one speaker.
import { itemAt } from '#src/item-at.ts';
import type { SentenceReading } from '../entities/sentence-reading.ts';
import { AUXILIARIES, DETERMINERS, FUNCTION_WORDS } from '../text/function-words.ts';
import { IRREGULAR_PASTS } from '../text/irregular-pasts.ts';
import { SAYING_FORMS, TAKES_ADDRESSEE, THINKING_FORMS } from '../text/speech-verbs.ts';
import type { Token } from '../text/tokens.ts';

/** No relative clause before a verb is longer than this many words. */
const LONGEST = 20;

/** The words that stop a phrase and yet may stand inside a relative clause before it: "who was hurt", "who asked not to be named". */
const INSIDE = /^(?:that|to|told|is|are|was|were|has|had|have|will|would|could|should|may|might|can|did|does|do)$/;
const STOPS =
  /^(?:because|while|when|if|but|although|though|whether|what|how|why|where|so|since|until|unless|whereas)$/;

/** The relative pronoun whose clause a phrase belongs to that was stopped by the word at `stop`; -1 where it belongs to none. */
export function relativeAround(reading: SentenceReading, stop: number): number {
  if (stop < 0 || !(INSIDE.test(reading.tokens[stop]?.key ?? '') || isPerfect(reading, stop))) return -1;
  for (let at = stop; at > 0 && stop - at < LONGEST; at--) {
    const token = itemAt(reading.tokens, at);
    if (token.kind === 'mark' || (reading.quoted[at] ?? -1) >= 0 || STOPS.test(token.key)) return -1;
    if (/^(?:who|which|that)$/.test(token.key)) return opensRelative(reading, at) ? at : -1;
  }
  return -1;
}

/** Whether the word is a past participle behind "has" or "had": what follows it is its object, and no subject. */
export function isPerfect(reading: SentenceReading, at: number): boolean {
  const token = reading.tokens[at];
  if (!token || token.is_capital || !isVerbForm(token)) return false;
  let before = at - 1;
  while (before > 0 && /ly$|^(?:not|never|also|already|just|ever|still)$/.test(reading.tokens[before]?.key ?? ''))
    before--;
  return /^(?:has|have|had|having)$/.test(reading.tokens[before]?.key ?? '');
}

/** A noun stands before it and a verb behind it: "that owns the", "who were". After "who" anything but a subject is a verb. */
function opensRelative(reading: SentenceReading, at: number): boolean {
  const [before, pronoun, next] = [reading.tokens[at - 1], reading.tokens[at], reading.tokens[at + 1]];
  if (before?.kind !== 'word' || next?.kind !== 'word') return false;
  if (FUNCTION_WORDS.has(before.key) && !/^(?:those|people|one|all)$/.test(before.key)) return false;
  if (pronoun?.key !== 'that') return !next.is_capital && (AUXILIARIES.has(next.key) || !FUNCTION_WORDS.has(next.key));
  if (SAYING_FORMS.has(before.key) || THINKING_FORMS.has(before.key) || isToldTo(reading, at)) return false;
  if (AUXILIARIES.has(next.key) || isPast(next)) return true;
  return /[a-z]s$/.test(next.key) && DETERMINERS.has(reading.tokens[at + 2]?.key ?? '');
}

/** "Told the mayor that": the noun before is who heard it. */
function isToldTo(reading: SentenceReading, that: number): boolean {
  return reading.tokens.slice(Math.max(0, that - 6), that).some(({ key }) => {
    return TAKES_ADDRESSEE.has(SAYING_FORMS.get(key) ?? '');
  });
}

function isVerbForm(token: Token): boolean {
  return isPast(token) || SAYING_FORMS.has(token.key) || THINKING_FORMS.has(token.key);
}

function isPast(token: Token): boolean {
  return !token.is_capital && (/[a-z]{2}ed$/.test(token.key) || IRREGULAR_PASTS.has(token.key));
}
