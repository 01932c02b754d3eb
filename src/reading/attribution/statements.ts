// Whether what follows a verb is a statement, or what somebody did, wanted or was asked. Pure.
import type { SentenceReading } from '../entities/sentence-reading.ts';
import { FUNCTION_WORDS } from '../text/function-words.ts';
import { ACTING_VERBS, NEEDS_CLAUSE, NOUNS_TOO, SHOWING_FORMS } from '../text/speech-verbs.ts';
import type { Cue } from './cues.ts';

/** So far behind a verb its statement shows itself. */
const NEAR = 8;
const QUOTED_NEAR = 4;
/** So far before it stands who finds. */
const FAR = 14;

/** A quotation, a clause, a charge, or anything after a plain verb of saying. */
export function states(reading: SentenceReading, cue: Cue, from: number): boolean {
  const opening = reading.tokens[from]?.key ?? '';
  if ((reading.quoted[from] ?? -1) >= 0 || /^(?:he|she|it|they|we|there|i|how|why|whether|if)$/.test(opening))
    return true;
  // "Claimed to have hit a depot": that is past, and said to be so.
  if (opening === 'to' && reading.tokens[from + 1]?.key === 'have' && /^(?:claim|admit|report|profess)$/.test(cue.verb))
    return true;
  const isPlain = cue.kind !== 'thinking' && !ACTING_VERBS.has(cue.verb) && !NEEDS_CLAUSE.has(cue.verb);
  if (opening === 'that') return isPlain || !isDemonstrative(reading, from);
  if (isReckoned(reading, cue, from) || isQuotedNear(reading, cue, from)) return true;
  if (charges(reading, cue, from) || (cue.verb !== 'call' && holdsClause(reading, from))) return true;
  return isPlain && opening !== 'to';
}

/** "Found the town was in breach", "believes a ban will come": a subject, and its verb before anything parts them. */
function holdsClause(reading: SentenceReading, from: number): boolean {
  for (let at = from; at < Math.min(reading.tokens.length, from + NEAR); at++) {
    const token = reading.tokens[at];
    if (token?.text === '-' && token.start === reading.tokens[at - 1]?.end) continue;
    if (!token || token.kind === 'mark' || /^(?:who|which|that|to|and|or|when|where|as|if)$/.test(token.key))
      return false;
    if (
      at > from &&
      /^(?:is|are|was|were|has|had|have|will|would|could|should|may|might|must|cannot|can)$/.test(token.key)
    )
      return true;
    // "Believe the reports suggest a leak".
    if (at > from + 1 && SHOWING_FORMS.has(token.key) && !NOUNS_TOO.has(token.key)) return true;
  }
  return false;
}

/** "A report by the inspectorate found cracks": what papers find is a statement of theirs. */
export function isFinding(reading: SentenceReading, cue: Cue): boolean {
  if (!/^(?:find|show|reveal|discover)$/.test(cue.verb)) return false;
  const words = reading.tokens.slice(Math.max(0, cue.from - FAR), cue.from);
  const clause = words.slice(words.findLastIndex(({ text }) => /^[,;:]$/.test(text)) + 1);
  return clause.some(({ key }) =>
    /^(?:reports?|stud(?:y|ies)|surveys?|polls?|audits?|reviews?|inquir(?:y|ies)|inspections?|investigations?|research|analys[ie]s|records?|figures|data|statistics|documents?|tests?|examination|census|paper)$/.test(
      key,
    ),
  );
}

/** "Had expected 0.4 percent", "predicts up to 60 days": a number that somebody reckons with. */
function isReckoned(reading: SentenceReading, cue: Cue, from: number): boolean {
  const first = reading.tokens[from];
  if (!/^(?:expect|anticipate|forecast|predict|project|estimate|speak)$/.test(cue.verb)) return false;
  // "Had forecast a reading of 51": no "to" and no comma before the number.
  const near = reading.tokens.slice(from, from + NEAR);
  const stop = near.findIndex(
    ({ kind, key }) => (kind === 'mark' && key !== '$') || /^(?:to|by|for|in|and)$/.test(key),
  );
  const last = (stop < 0 ? near : near.slice(0, stop)).at(-1);
  return reading.figures.some(
    ({ start }) =>
      first !== undefined && start >= first.start && (start === first.start || start <= (last?.start ?? 0)),
  );
}

/** "Praised a “great and stubborn artist”": in words of their own. */
function isQuotedNear(reading: SentenceReading, cue: Cue, from: number): boolean {
  if (cue.kind !== 'saying') return false;
  for (let at = from; at < Math.min(reading.tokens.length, from + QUOTED_NEAR); at++) {
    if ((reading.quoted[at] ?? -1) >= 0) return true;
    if (
      reading.tokens[at]?.kind === 'mark' ||
      (cue.verb !== 'liken' && /^(?:to|for|after|before|by|when)$/.test(reading.tokens[at]?.key ?? ''))
    )
      return false;
  }
  return false;
}

/** "Accused the mayor of lying", "called the plan a fraud": what somebody is said to be or to have done. */
function charges(reading: SentenceReading, cue: Cue, from: number): boolean {
  if (cue.to > cue.at + 1) return false;
  const rest = reading.tokens.slice(from + 1, from + NEAR);
  const end = rest.findIndex(({ kind, key }) => kind === 'mark' && !/["“”'‘’]/.test(key));
  const words = end < 0 ? rest : rest.slice(0, end);
  if (cue.verb === 'blame') return words.some(({ key }) => key === 'for' || key === 'on');
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
