// Cues: the words that hand a sentence over to somebody, verbs and "according to".
import { itemAt, needed } from '#src/item-at.ts';
import type { SentenceReading } from '../entities/sentence-reading.ts';
import { AUXILIARIES, CONJUNCTIONS, DETERMINERS, FUNCTION_WORDS, PREPOSITIONS } from '../text/function-words.ts';
import {
  MANNER_FORMS,
  NEEDS_PARTICLE,
  NOUNS_TOO,
  SAYING_FORMS,
  SHOWING_FORMS,
  TAKES_PARTICLE,
  THINKING_FORMS,
} from '../text/speech-verbs.ts';
import { isContracted, isPassive, isRaisedBy, verbGroupStart } from './verb-groups.ts';
import { closesQuotation, isPlacedAt, retorts } from './verbs-in-place.ts';

/**
 * Tokens `from` to `to` (excluded). `shares_subject`: "…, adding that", "and warned" have the subject of the verb before.
 * `verb` is the plain form.
 */
export type Cue = {
  from: number;
  to: number;
  at: number;
  verb: string;
  kind: 'saying' | 'thinking' | 'showing' | 'according';
  shares_subject: boolean;
  /** A noun as well as a verb, with nothing behind it that would say which. */
  is_maybe_noun?: boolean;
};

/** No sentence that a person writes hands over more often; what does would only make the reading slow. */
const MOST = 40;

/** The first cues of a sentence that stand outside its quotations, in order. */
export function cuesIn(reading: SentenceReading): Cue[] {
  const cues: Cue[] = [];
  for (let at = 0; at < reading.tokens.length && cues.length < MOST; at++) {
    if ((reading.quoted[at] ?? -1) >= 0) continue;
    const cue = cueAt(reading, at);
    if (cue) cues.push(cue);
  }
  return cues;
}

function cueAt(reading: SentenceReading, at: number): Cue | null {
  const { tokens } = reading;
  const token = itemAt(tokens, at);
  if (token.kind !== 'word') return null;
  if (token.key === 'according' && tokens[at + 1]?.key === 'to') {
    return { from: at, to: at + 2, at, verb: 'according', kind: 'according', shares_subject: false };
  }
  if (/^puts?$/.test(token.key) && (tokens[at + 1]?.key === 'it' || isPlacedAt(reading, at + 1))) {
    if (tokens[at + 1]?.key !== 'it')
      return { from: verbGroupStart(reading, at), to: at + 1, at, verb: 'put', kind: 'saying', shares_subject: false };
    return { from: verbGroupStart(reading, at), to: at + 2, at, verb: 'put', kind: 'saying', shares_subject: false };
  }
  if (retorts(reading, at)) {
    const from = verbGroupStart(reading, at);
    return { from, to: at + 2, at, verb: 'retort', kind: 'saying', shares_subject: sharesSubject(reading, from, at) };
  }
  const kind = KINDS.get(token.key) ?? (closesQuotation(reading, at) ? 'saying' : undefined);
  if (!kind || !isPrintedAsVerb(reading, at) || !isUsedAsVerb(reading, at)) return null;
  const verb = needed(
    SAYING_FORMS.get(token.key) ??
      MANNER_FORMS.get(token.key) ??
      THINKING_FORMS.get(token.key) ??
      SHOWING_FORMS.get(token.key),
    `verb of which ${token.key} is a form`,
  );
  const from = verbGroupStart(reading, at);
  const to = at + 1 + particles(reading, at, verb);
  if (NEEDS_PARTICLE.has(verb) && to === at + 1) return null;
  const is_maybe_noun = NOUNS_TOO.has(token.key) && !isSurelyVerb(reading, { from, at, to });
  if (is_maybe_noun && !canBeVerb(reading, { from, to })) return null;
  return { from, to, at, verb, kind, shares_subject: sharesSubject(reading, from, at), is_maybe_noun };
}

/** By form of a verb; one that both says and thinks says. One look for each word of a text. */
const KINDS = new Map<string, Cue['kind']>();

for (const [kind, forms] of [
  ['showing', SHOWING_FORMS],
  ['thinking', THINKING_FORMS],
  ['saying', SAYING_FORMS],
] as const)
  for (const form of forms.keys()) KINDS.set(form, kind);

/** Small, or at the head of a sentence, or in a headline that writes all words large. */
function isPrintedAsVerb(reading: SentenceReading, at: number): boolean {
  const token = itemAt(reading.tokens, at);
  if (!token.is_capital || at === 0) return true;
  return (
    /^(?:says?|said|tells|told|warns|claims|denies|vows|sees|wants|calls|urges|admits|accuses|finds|shows)$/.test(
      token.key,
    ) && isTitle(reading)
  );
}

/** A headline that writes its words large: few that are longer than a preposition are small. */
function isTitle({ tokens }: SentenceReading): boolean {
  const long = tokens.filter((token) => token.kind === 'word' && token.key.length > 4);
  return long.length > 2 && tokens.length < 30 && long.filter((token) => !token.is_capital).length * 5 <= long.length;
}

/** "the report", "its plans", "in charge": the noun of the same letters. "was told": somebody else speaks. */
function isUsedAsVerb(reading: SentenceReading, at: number): boolean {
  const token = itemAt(reading.tokens, at);
  const before = reading.tokens[at - 1];
  // "Said Ellis: “…”"
  if (!before) return /^(?:said|says|added|adds|asked|wrote)$/.test(token.key) || token.key.endsWith('ing');
  if (
    (DETERMINERS.has(before.key) &&
      !opensRelative(reading, at - 1) &&
      !/^(?:all|each|both|some|many|most)$/.test(before.key)) ||
    (before.is_possessive && !isContracted(before) && !(before.key === 'it' && token.key.endsWith('ing'))) ||
    (PREPOSITIONS.has(before.key) && !isRaisedBy(reading, at) && !token.key.endsWith('ing'))
  )
    return false;
  // "Its own plan to".
  if (before.key === 'own') return false;
  // "Which advises on bills": on what, and nothing that it says.
  if (/^advis/.test(token.key) && reading.tokens[at + 1]?.key === 'on') return false;
  return token.key.endsWith('ing') || !isPassive(reading, at);
}

/** "Many cities that support it", "a doctor, which says": the pronoun is who speaks. */
function opensRelative(reading: SentenceReading, at: number): boolean {
  const [before, pronoun] = [reading.tokens[at - 1], reading.tokens[at]];
  if (pronoun?.key === 'which') return before !== undefined;
  return (
    pronoun?.key === 'that' &&
    before?.kind === 'word' &&
    !FUNCTION_WORDS.has(before.key) &&
    (!KINDS.has(before.key) || NOUNS_TOO.has(before.key))
  );
}

/** Something to act on follows, or a name says it at the end; else nobody needs to look up what part of speech it is. */
function canBeVerb({ tokens }: SentenceReading, { from, to }: { from: number; to: number }): boolean {
  const next = tokens[to];
  if (!next || /^[.!?]$/.test(next.text)) return tokens[from - 1]?.is_capital === true;
  if (next.kind === 'mark') return false;
  if (reportsIn(tokens, { from, to })) return true;
  return !PREPOSITIONS.has(next.key) && !CONJUNCTIONS.has(next.key) && !AUXILIARIES.has(next.key);
}

/** Behind "to", "who" and other pronouns, behind a helping verb, or before what can be a statement. */
function isSurelyVerb(reading: SentenceReading, { from, at, to }: { from: number; at: number; to: number }): boolean {
  const before = reading.tokens[at - 1]?.key ?? '';
  if (/^(?:to|who|they|we|he|she|it|i|you)$/.test(before) || opensClause(reading, at + 1) || at + 1 < to) return true;
  return from < at && AUXILIARIES.has(before);
}

/** What follows can be a statement: "that", a quotation, a pronoun, an article. */
function opensClause(reading: SentenceReading, at: number): boolean {
  const next = reading.tokens[at];
  if (!next) return false;
  return (
    (reading.quoted[at] ?? -1) >= 0 ||
    /^(?:that|to|he|she|it|they|we|i|you|the|a|an|his|her|their|its|him|them|us|me|:|,)$/.test(next.key)
  );
}

/** "…, researchers report in Nature": where it was printed. */
function reportsIn(tokens: SentenceReading['tokens'], { from, to }: { from: number; to: number }): boolean {
  const [before, verb, next, after] = [tokens[from - 1], tokens[to - 1], tokens[to], tokens[to + 1]];
  if (!/^reports?$/.test(verb?.key ?? '') || next?.key !== 'in') return false;
  const isPlaced =
    after?.is_capital === true ||
    (after?.key === 'the' &&
      (tokens[to + 2]?.is_capital === true || /^(?:journal|paper|magazine)$/.test(tokens[to + 2]?.key ?? '')));
  const isMany = verb?.key === 'report' && /[^s]s$/.test(before?.key ?? '');
  return isPlaced && (isMany || (verb?.key === 'reports' && before?.kind === 'word' && !DETERMINERS.has(before.key)));
}

function particles(reading: SentenceReading, at: number, verb: string): number {
  const next = reading.tokens[at + 1]?.key ?? '';
  return TAKES_PARTICLE.get(verb)?.includes(next) ? 1 : 0;
}

/** No subject of its own: after a comma as "-ing", or after "and", "but", "or". */
function sharesSubject(reading: SentenceReading, from: number, at: number): boolean {
  const before = reading.tokens[from - 1];
  const token = itemAt(reading.tokens, at);
  if (!before) return token.key.endsWith('ing');
  if (/^(?:and|but|or|then)$/.test(before.key)) return true;
  const hasHelper = from < at || (before.is_possessive && (isContracted(before) || before.key === 'it'));
  // "Footage of Kolb saying that".
  if (opensClause(reading, at + 1) && reading.names.some((name) => name.to === from && !name.is_place)) return false;
  return token.key.endsWith('ing') && !hasHelper;
}
