// Cues: the words that hand a sentence over to somebody, verbs and "according to".
import { itemAt, needed } from '#src/item-at.ts';
import type { SentenceReading } from '../entities/sentence-reading.ts';
import { AUXILIARIES, DETERMINERS, PREPOSITIONS } from '../text/function-words.ts';
import { NOUNS_TOO, SAYING_FORMS, SHOWING_FORMS, TAKES_PARTICLE, THINKING_FORMS } from '../text/speech-verbs.ts';

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
  if (/^puts?$/.test(token.key) && tokens[at + 1]?.key === 'it') {
    return { from: at, to: at + 2, at, verb: 'put', kind: 'saying', shares_subject: false };
  }
  const kind = KINDS.get(token.key);
  if (!kind || (token.is_capital && at > 0) || !isUsedAsVerb(reading, at)) return null;
  const verb = needed(
    SAYING_FORMS.get(token.key) ?? THINKING_FORMS.get(token.key) ?? SHOWING_FORMS.get(token.key),
    `verb of which ${token.key} is a form`,
  );
  const from = verbGroupStart(reading, at);
  const to = at + 1 + particles(reading, at, verb);
  return { from, to, at, verb, kind, shares_subject: sharesSubject(reading, from, at) };
}

/** By form of a verb; one that both says and thinks says. One look for each word of a text. */
const KINDS = new Map<string, Cue['kind']>();
for (const [kind, forms] of [
  ['showing', SHOWING_FORMS],
  ['thinking', THINKING_FORMS],
  ['saying', SAYING_FORMS],
] as const)
  for (const form of forms.keys()) KINDS.set(form, kind);

/** "the report", "its plans", "in charge": the noun of the same letters. "was told": somebody else speaks. */
function isUsedAsVerb(reading: SentenceReading, at: number): boolean {
  const token = itemAt(reading.tokens, at);
  const before = reading.tokens[at - 1];
  if (!before) return false;
  if (
    DETERMINERS.has(before.key) ||
    before.is_possessive ||
    (PREPOSITIONS.has(before.key) && !token.key.endsWith('ing'))
  )
    return false;
  if (!token.key.endsWith('ing') && isPassive(reading, at)) return false;
  if (NOUNS_TOO.has(token.key))
    return opensClause(reading, at + 1) || /^(?:to|who|they|we|he|she|it|i|you)$/.test(before.key);
  return true;
}

function isPassive(reading: SentenceReading, at: number): boolean {
  let index = at - 1;
  while (
    index >= 0 &&
    /ly$|^(?:also|not|later|never|still|now|once|been|being)$/.test(reading.tokens[index]?.key ?? '')
  ) {
    if (/^(?:been|being)$/.test(reading.tokens[index]?.key ?? '')) return true;
    index--;
  }
  return /^(?:is|are|was|were|be|am|get|gets|got)$/.test(reading.tokens[index]?.key ?? '');
}

/** What follows can be a statement: "that", a quotation, a pronoun, an article. */
function opensClause(reading: SentenceReading, at: number): boolean {
  const next = reading.tokens[at];
  if (!next) return false;
  return (
    (reading.quoted[at] ?? -1) >= 0 ||
    /^(?:that|to|he|she|it|they|we|i|you|the|a|an|his|her|their|its|:|,)$/.test(next.key)
  );
}

function verbGroupStart(reading: SentenceReading, at: number): number {
  let from = at;
  while (from > 0) {
    const before = itemAt(reading.tokens, from - 1);
    const isHelper =
      before.kind === 'word' &&
      (AUXILIARIES.has(before.key) ||
        /^(?:to|not|also|never|still|later|then|ever|only|just|now|already|often|once|long|first|even|always|again)$/.test(
          before.key,
        ) ||
        (!before.is_capital && /[a-z]{2}ly$/.test(before.key)));
    if (!isHelper || (reading.quoted[from - 1] ?? -1) >= 0) break;
    from--;
  }
  return from;
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
  const hasHelper = from < at;
  return token.key.endsWith('ing') && !hasHelper;
}
