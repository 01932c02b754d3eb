// Whether a word that can hand over is the verb of a clause there, by its part of speech. Pure.
import { itemAt } from '#src/item-at.ts';
import type { SentenceReading } from '../entities/sentence-reading.ts';
import type { Tag } from '../tagging/english-tagger.ts';
import { NEEDS_CLAUSE, NOUNS_TOO } from '../text/speech-verbs.ts';
import { endsSentence } from './closing-cues.ts';
import type { Cue } from './cues.ts';
import { isPerfect } from './relative-clauses.ts';
import { isFinding } from './statements.ts';
import { isPlacedAt } from './verbs-in-place.ts';

export type Tagged = { reading: SentenceReading; tags: readonly Tag[] };

/** The verbs that nothing else is written like. */
const PLAIN = /^(?:said|says|say|told|tells|added|adds|explained|insisted|argued|argues|believes?|believed)$/;

export const NAMING = /^(?:called|named|known|dubbed|titled|entitled|labell?ed)$/;

/** Whether a cue is the verb of a clause there: "tweets", "like" and "a call" are not, nor is "found in refrigerants". */
export function isVerbThere({ reading, tags }: Tagged, cue: Cue): boolean {
  if (cue.kind === 'according') return true;
  const token = itemAt(reading.tokens, cue.at);
  const tag = tags[cue.at];
  // "Receipts from value added tax".
  if (token.key === 'added' && reading.tokens[cue.at - 1]?.key === 'value') return false;
  if (PLAIN.test(token.key) || (/^(?:puts?|estimates?d?)$/.test(token.key) && isPlacedAt(reading, cue.to))) return true;
  if (isFinding(reading, cue) && (endsSentence(reading, cue) || reading.tokens[cue.to]?.text === ',')) return true;
  if (isNoFinite({ reading, tags }, cue)) return false;
  // "Beating the 2% analysts had forecast.": what they forecast stands before, in another's clause.
  if (token.key === 'forecast' && reading.tokens[cue.to]?.kind !== 'word') return false;
  if (/ed$|^forecast$/.test(token.key) && cue.from < cue.at && isPerfect(reading, cue.at)) return true;
  if (cue.is_maybe_noun)
    return (
      closesSentence({ reading, tags }, cue) ||
      (/^reports?$/.test(token.key) && reading.tokens[cue.to]?.key === 'in') ||
      (tag === 'VERB' && isBetweenNouns({ reading, tags }, cue) && !isReducedRelative({ reading, tags }, cue))
    );
  if (tag !== 'VERB' && tag !== 'AUX') return isNounWithClause({ reading, tags }, cue);
  return !isReducedRelative({ reading, tags }, cue);
}

function isNoFinite(tagged: Tagged, cue: Cue): boolean {
  const { key } = itemAt(tagged.reading.tokens, cue.at);
  return isParticipleOfNoun(tagged, cue) || isInfinitive(tagged.reading, cue) || isNoPast(key, cue);
}

/** "The level seen before the flood": no past by itself. */
function isNoPast(key: string, { from, at, shares_subject }: Cue): boolean {
  return from === at && !shares_subject && /^(?:seen|known|shown|written|spoken|forgotten|foreseen|sworn)$/.test(key);
}

/** "Trump questions the fairness", "leaders weigh and demand changes": a noun before, and something to act on behind. */
function isBetweenNouns({ reading, tags }: Tagged, cue: Cue): boolean {
  const before = tags[cue.from - 1] ?? 'X';
  const next = tags[cue.to] ?? 'X';
  return (
    (/^(?:NOUN|PROPN|PRON|CCONJ)$/.test(before) || reading.tokens[cue.from - 1]?.text === ',') &&
    /^(?:DET|PRON|PROPN|NOUN|NUM|ADJ)$/.test(next) &&
    reading.tokens[cue.to]?.kind !== 'mark'
  );
}

/** "Promised to keep supporting her": what somebody is to do, and no statement. */
function isInfinitive(reading: SentenceReading, cue: Cue): boolean {
  return (
    cue.from < cue.at &&
    /^to$/.test(reading.tokens[reading.tokens[cue.from]?.key === 'not' ? cue.from + 1 : cue.from]?.key ?? '')
  );
}

/** "A swiftly called meeting", "the most well known effects": the verb tells of the noun behind it. */
function isParticipleOfNoun({ reading, tags }: Tagged, cue: Cue): boolean {
  let at = cue.at - 1;
  while (tags[at] === 'ADV') at -= 1;
  return at < cue.at - 1 && tags[at] === 'DET' && !/^(?:all|both|some|many)$/.test(reading.tokens[at]?.key ?? '');
}

/** "The Post reports that", "Polls show a lead", "…, promising to": a word that is a noun elsewhere, before what is said. */
function isNounWithClause(tagged: Tagged, cue: Cue): boolean {
  const { reading, tags } = tagged;
  const key = itemAt(reading.tokens, cue.at).key;
  const before = reading.tokens[cue.from - 1];
  if (key.endsWith('ing') && cue.from < cue.at) return true;
  if (key.endsWith('ing')) return before?.text === ',' && /^(?:to|that)$/.test(reading.tokens[cue.to]?.key ?? '');
  const isSubject = /^(?:NOUN|PROPN|PRON)$/.test(tags[cue.from - 1] ?? '') || before?.is_capital === true;
  // "A panel in 2001 found the town", "leaders call them": whatever the tagger takes the word for.
  if ((isSubject || reading.timed[cue.from - 1]) && !NOUNS_TOO.has(key) && opensStatement(tagged, cue.to)) return true;
  // "Lawmaker urges retaliation": a form that no noun has.
  if (isSubject && key.endsWith('s') && !NOUNS_TOO.has(key) && /^(?:NOUN|PROPN|ADJ|NUM)$/.test(tags[cue.to] ?? ''))
    return true;
  if (!isSubject && before?.text !== ',') return false;
  return (tags[cue.at] === 'NOUN' || tags[cue.at] === 'PROPN') && takesStatement(tagged, cue, isSubject);
}

/** Whether what follows a noun that may be a verb is what a verb takes. */
function takesStatement({ reading, tags }: Tagged, cue: Cue, isBehindSubject: boolean): boolean {
  const next = reading.tokens[cue.to]?.key ?? '';
  // "The rules that could close it": no statement without a subject.
  if (next === 'that' && tags[cue.to + 1] === 'AUX') return false;
  const opening = next === ',' ? cue.to + 1 : cue.to;
  if ((reading.quoted[opening] ?? -1) >= 0 || /^(?:that|:|he|she|it|they|we)$/.test(next)) return true;
  if (next === 'to') return tags[cue.to + 1] === 'VERB';
  // "Residents point out flaws", "the mayor calls for a vote".
  if (isBehindSubject && cue.to > cue.at + 1) return /^(?:DET|PRON|PROPN|NOUN|ADJ)$/.test(tags[cue.to] ?? '');
  const shows = cue.kind === 'showing' || reading.tokens[cue.at]?.key === 'show';
  return shows && /^(?:DET|NUM|PROPN)$/.test(tags[cue.to] ?? '');
}

/** "…, The Daily Post reports.": a name behind a comma, and nothing behind the verb. */
function closesSentence({ reading, tags }: Tagged, cue: Cue): boolean {
  const isLast = cue.to >= reading.tokens.length - 1 && /^[.!?]?$/.test(reading.tokens[cue.to]?.text ?? '');
  if (!isLast || tags[cue.from - 1] !== 'PROPN') return false;
  let at = cue.from - 1;
  while (at > 0 && /^(?:PROPN|DET|NOUN|ADP)$/.test(tags[at] ?? '')) at -= 1;
  return reading.tokens[at]?.text === ',' || (reading.quoted[at] ?? -1) >= 0;
}

function opensStatement({ reading, tags }: Tagged, at: number): boolean {
  return (reading.quoted[at] ?? -1) >= 0 || reading.tokens[at]?.key === 'that' || /^(?:DET|PRON)$/.test(tags[at] ?? '');
}

/** "Chemicals found in refrigerants", "members invited by the party", "a group called Ansar": the verb tells of the noun before it. */
function isReducedRelative({ reading, tags }: Tagged, cue: Cue): boolean {
  const key = itemAt(reading.tokens, cue.at).key;
  const before = tags[cue.at - 1];
  const isBehindName = before === 'PROPN' && NAMING.test(key);
  if (cue.from !== cue.at || (before !== 'NOUN' && !isBehindName && reading.tokens[cue.at - 1]?.text !== ','))
    return false;
  if (key.endsWith('ing') || key === cue.verb || key.endsWith('s')) return false;
  const next = reading.tokens[cue.to]?.key ?? '';
  if (next === 'by') return true;
  if (NAMING.test(key)) return isNamed({ reading, tags }, cue);
  const isTransitive = cue.kind !== 'saying' || NEEDS_CLAUSE.has(cue.verb);
  return isTransitive && /^(?:in|at|on|from|during|under|for|among|within)$/.test(next);
}

/** A name follows at once, and a verb that has no other subject: "the unit called the Red Post was". */
function isNamed({ reading, tags }: Tagged, cue: Cue): boolean {
  let at = cue.to + (tags[cue.to] === 'DET' ? 1 : 0);
  if (tags[at] !== 'PROPN' || (reading.quoted[at] ?? -1) >= 0) return false;
  while (tags[at] === 'PROPN') at += 1;
  return at >= reading.tokens.length || tags[at] === 'AUX' || tags[at] === 'VERB' || reading.tokens[at]?.text === ',';
}
