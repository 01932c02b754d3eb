// Whether what follows a verb is a statement, or what somebody did, wanted or was asked. Pure.
import type { SentenceReading } from '../entities/sentence-reading.ts';
import { FUNCTION_WORDS } from '../text/function-words.ts';
import { ACTING_VERBS, NEEDS_CLAUSE } from '../text/speech-verbs.ts';
import type { Cue } from './cues.ts';

/** So far behind a verb its statement shows itself. */
const NEAR = 8;

/** A quotation, a clause, a charge, or anything after a plain verb of saying. */
export function states(reading: SentenceReading, cue: Cue, from: number): boolean {
  const opening = reading.tokens[from]?.key ?? '';
  if ((reading.quoted[from] ?? -1) >= 0 || /^(?:he|she|it|they|we|there|i|how|why|whether|if)$/.test(opening))
    return true;
  const isPlain = cue.kind !== 'thinking' && !ACTING_VERBS.has(cue.verb) && !NEEDS_CLAUSE.has(cue.verb);
  if (opening === 'that') return isPlain || !isDemonstrative(reading, from);
  if (charges(reading, cue, from) || (cue.verb !== 'call' && holdsClause(reading, from))) return true;
  return isPlain && opening !== 'to';
}

/** "Found the town was in breach", "believes a ban will come": a subject, and its verb before anything parts them. */
function holdsClause(reading: SentenceReading, from: number): boolean {
  for (let at = from; at < Math.min(reading.tokens.length, from + NEAR); at++) {
    const token = reading.tokens[at];
    if (!token || token.kind === 'mark' || /^(?:who|which|that|to|and|or|when|where|as|if)$/.test(token.key))
      return false;
    if (
      at > from &&
      /^(?:is|are|was|were|has|had|have|will|would|could|should|may|might|must|cannot|can)$/.test(token.key)
    )
      return true;
  }
  return false;
}

/** "Accused the mayor of lying", "called the plan a fraud": what somebody is said to be or to have done. */
function charges(reading: SentenceReading, cue: Cue, from: number): boolean {
  if (cue.to > cue.at + 1) return false;
  const rest = reading.tokens.slice(from + 1, from + NEAR);
  const end = rest.findIndex(({ kind, key }) => kind === 'mark' && !/["“”'‘’]/.test(key));
  const words = end < 0 ? rest : rest.slice(0, end);
  if (cue.verb === 'accuse') return words.some(({ key }) => key === 'of');
  if (cue.verb !== 'call') return false;
  const complement = words.findIndex(
    ({ key }, at) => /^(?:an?|the)$/.test(key) || (reading.quoted[from + 1 + at] ?? -1) >= 0,
  );
  return (
    complement >= 0 &&
    !words.slice(0, complement).some(({ key }) => /^(?:for|to|on|in|at|after|before|of|and|about)$/.test(key))
  );
}

/** "Declined that offer and": "that" points at the noun behind it, and no clause begins. */
function isDemonstrative(reading: SentenceReading, that: number): boolean {
  const [noun, next] = [reading.tokens[that + 1], reading.tokens[that + 2]];
  if (noun?.kind !== 'word' || noun.is_capital || /[^s]s$/.test(noun.key)) return false;
  if (FUNCTION_WORDS.has(noun.key) || noun.key === 'according') return false;
  return !next || next.kind === 'mark' || /^(?:and|or|of|in|for|to|with|at|on|from|but)$/.test(next.key);
}
