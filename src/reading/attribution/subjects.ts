// The subject of a cue: the words before or behind it that name who speaks.
import { itemAt } from '#src/item-at.ts';
import { ROLES } from '../entities/roles.ts';
import { type SentenceReading, spanOf } from '../entities/sentence-reading.ts';
import { CONJUNCTIONS, PREPOSITIONS, PRONOUNS } from '../text/function-words.ts';
import type { Cue } from './cues.ts';
import { isInitialOrTitle, isInvertedBehindComma, isPastForm, LONGEST, type Subject } from './inverted-subjects.ts';
import { isPerfect, relativeAround } from './relative-clauses.ts';

const CLAUSE_STARTS = new Set(
  'that because while when if as but although though after before whether what how why where so than since until unless whereas'.split(
    ' ',
  ),
);

/** The subject before a cue, or null where none stands there. `ofSentence` asks for the subject of the whole sentence. */
export function subjectBefore(reading: SentenceReading, cue: Cue, ofSentence: boolean): Subject | null {
  if (ofSentence) return subjectOfSentence(reading, cue);
  const to = skipBack(reading, cue.from);
  if (to > 0 && isInvertedBehindComma(reading, cue)) return null;
  if (to === 0) return null;
  const last = itemAt(reading.tokens, to - 1);
  if ((reading.quoted[to - 1] ?? -1) >= 0 && last.kind === 'mark') return null;
  if ((last.key === 'who' && last.text !== 'WHO') || last.key === 'which') return antecedent(reading, to - 1);
  if (last.text === ',' || last.text === ')' || /^[—–―]$/.test(last.text)) return aroundInsertion(reading, to);
  if (
    PRONOUNS.has(last.key) &&
    last.text !== 'WHO' &&
    !/^(?:him|them|me|us|this|that|those|these|what)$/.test(last.key)
  )
    return speaking(reading, made(reading, to - 1, to), cue);
  const from = phraseStart(reading, to);
  if (from === to || isPerfect(reading, from - 1)) return null;
  return speaking(reading, made(reading, from, to), cue);
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

function made(reading: SentenceReading, from: number, to: number): Subject {
  return { from, to, source: spanOf(reading, from, to), isInverted: false };
}

/** Over "last week", "on Monday" and the like between the subject and its verb. */
function skipBack(reading: SentenceReading, from: number): number {
  let to = from;
  while (
    to > 0 &&
    (reading.timed[to - 1] ||
      (to < from && /^(?:on|in|at|late|early|since|by)$/.test(reading.tokens[to - 1]?.key ?? '')))
  )
    to--;
  return to;
}

/** "Ayoubi, spokesman for the governor, said" and "Rep. Moore (D-Wis.) said": the subject goes on before the insertion. */
function aroundInsertion(reading: SentenceReading, to: number): Subject | null {
  const close = itemAt(reading.tokens, to - 1).text;
  let from = beforeInsertion(reading, to);
  if (from === null) return null;
  while (isApposition(reading, from)) {
    const further = phraseStart(reading, from - 1);
    if (further >= from - 1) break;
    from = further;
  }
  return made(reading, from, close === ')' ? to : to - 1);
}

/** Where the phrase before the insertion that ends here begins: before a comma's comma, a dash's dash, a bracket's bracket. */
function beforeInsertion(reading: SentenceReading, to: number): number | null {
  const close = itemAt(reading.tokens, to - 1).text;
  const open = close === ')' ? '(' : close;
  let at = to - 2;
  while (at > 0 && to - at < LONGEST && reading.tokens[at]?.text !== open) {
    if ((reading.quoted[at] ?? -1) >= 0) return null;
    at--;
  }
  if (at <= 0 || reading.tokens[at]?.text !== open || at === to - 2) return null;
  if ((reading.quoted[at - 1] ?? -1) >= 0 && reading.tokens[at - 1]?.kind === 'mark') return null;
  const from = phraseStart(reading, at);
  return from < at ? from : null;
}

/** "…, the attorney general of Oklahoma, one of the states, said": what follows a comma and opens small adds to a name. */
function isApposition(reading: SentenceReading, from: number): boolean {
  const first = itemAt(reading.tokens, from);
  return (
    reading.tokens[from - 1]?.text === ',' &&
    ((!first.is_capital && /^(?:the|an?|one|its|his|her|their|and)$/.test(first.key)) || ROLES.has(first.key))
  );
}

function antecedent(reading: SentenceReading, who: number): Subject | null {
  const to = reading.tokens[who - 1]?.text === ',' ? who - 1 : who;
  const from = phraseStart(reading, to);
  return from < to ? { ...made(reading, from, to), from: who } : null;
}

/** Where the phrase that ends before a token begins: after the last comma, quotation, conjunction or verb. */
function phraseStart(reading: SentenceReading, to: number): number {
  let from = to;
  while (from > 0 && to - from < LONGEST && !breaksPhrase(reading, from - 1)) from--;
  const relative = relativeAround(reading, from - 1);
  if (relative > 0) return phraseStart(reading, relative);
  return lead(reading, from, to);
}

function breaksPhrase(reading: SentenceReading, at: number): boolean {
  const token = itemAt(reading.tokens, at);
  if ((reading.quoted[at] ?? -1) >= 0) return reading.tokens[at]?.kind === 'mark' && /["”“’'»]/.test(token.text);
  if (token.kind === 'mark')
    return !(token.text === '.' && isInitialOrTitle(reading.tokens[at - 1])) && !/^['’&%$()]$/.test(token.text);
  if (CLAUSE_STARTS.has(token.key)) return true;
  if (token.key === 'to') return !leadsToThing(reading, at);
  if (isPerfect(reading, at)) return true;
  return /^(?:is|are|was|were|has|had|have|will|would|could|should|may|might|can|did|does|do|said|says|told|he|she|they|we|i)$/.test(
    token.key,
  );
}

/** "close to the ministry" goes on, "to say" does not. */
function leadsToThing(reading: SentenceReading, at: number): boolean {
  const next = reading.tokens[at + 1];
  return next?.is_capital === true || /^(?:the|an?|its|his|her|their|this|that)$/.test(next?.key ?? '');
}

/** Without what leads into the phrase: "And", "Meanwhile", "On Monday", "In a statement". */
function lead(reading: SentenceReading, from: number, to: number): number {
  let at = from;
  while (at < to - 1) {
    const token = itemAt(reading.tokens, at);
    const isLead =
      CONJUNCTIONS.has(token.key) ||
      reading.timed[at] ||
      /ly$|^(?:meanwhile|also|then|however|still|later|earlier|now|here|there|today|even|instead|which|whom)$/.test(
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

function subjectOfSentence(reading: SentenceReading, cue: Cue): Subject | null {
  let to = 0;
  while (
    to < cue.from &&
    to < LONGEST &&
    !/^(?:is|are|was|were|has|had|have|will|would|,)$/.test(reading.tokens[to]?.key ?? '') &&
    !isPastVerb(reading, to)
  )
    to++;
  if (to === 0 || to === cue.from) return null;
  const from = lead(reading, 0, to);
  return from < to && !PREPOSITIONS.has(reading.tokens[from]?.key ?? '') ? made(reading, from, to) : null;
}

function isPastVerb(reading: SentenceReading, at: number): boolean {
  const token = itemAt(reading.tokens, at);
  return at > 0 && isPastForm(token);
}
