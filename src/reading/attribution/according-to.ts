// "According to": the source stands behind it, the content on either side.
import { ROLES } from '../entities/roles.ts';
import { type SentenceReading, spanOf } from '../entities/sentence-reading.ts';
import { AUXILIARIES, PREPOSITIONS, PRONOUNS } from '../text/function-words.ts';
import { trimRange } from '../text/range.ts';
import { SAYING_FORMS } from '../text/speech-verbs.ts';
import type { Cue } from './cues.ts';
import { isPastForm } from './inverted-subjects.ts';
import type { Passage } from './passage.ts';

/** No source is longer than this many words. */
const LONGEST = 30;

export function accordingTo(reading: SentenceReading, cue: Cue): Passage[] {
  let to = cue.to;
  while (to < reading.tokens.length && to - cue.to < LONGEST && !endsSource(reading, to)) to++;
  if (to === cue.to) return [];
  to = withAside(reading, to);
  const around = { source: spanOf(reading, cue.to, to), cue: spanOf(reading, cue.from, cue.to) };
  const opens = cue.from === 0 || /^(?:and|but)$/.test(reading.tokens[cue.from - 1]?.key ?? '');
  const rest = reading.tokens[to]?.text === ',' ? to + 1 : to;
  const isInside = reading.tokens[to]?.text === ',' && opensRelative(reading, cue.from - 1);
  const span = opens || isInside ? spanOf(reading, rest, reading.tokens.length) : spanOf(reading, 0, cue.from);
  let { start, end } = span;
  while (end > start && /[.,;:]/.test(reading.text.charAt(end - 1))) end--;
  return [{ ...around, content: trimRange(reading.text, { start, end }), is_act: false }];
}

/** "…, in which, according to the paper, nine of ten opposed it": what is theirs follows. */
function opensRelative({ tokens }: SentenceReading, comma: number): boolean {
  return (
    tokens[comma]?.text === ',' &&
    /^(?:which|who|whom|where|that|when|because|although|though|but)$/.test(tokens[comma - 1]?.key ?? '')
  );
}

/** "According to Ida Moor, a teacher in Ostrel": what a comma sets behind the name, up to the next one, without a verb. */
function withAside(reading: SentenceReading, to: number): number {
  const first = reading.tokens[to + 1];
  if (reading.tokens[to]?.text !== ',' || !(/^an?$/.test(first?.key ?? '') || ROLES.has(first?.key ?? ''))) return to;
  let end = to + 2;
  while (end < reading.tokens.length && end - to < LONGEST && !/^[,.;:—–―]$/.test(reading.tokens[end]?.text ?? '')) {
    const token = reading.tokens[end];
    if (!token || AUXILIARIES.has(token.key) || isPastForm(token) || SAYING_FORMS.has(token.key)) return to;
    end += 1;
  }
  return end;
}

export function endsSource(reading: SentenceReading, at: number): boolean {
  const token = reading.tokens[at];
  if ((reading.quoted[at] ?? -1) >= 0 || startsAnother(reading, at)) return true;
  if (token?.text === '.') return at >= reading.tokens.length - 1 || !reading.tokens[at - 1]?.is_capital;
  if (token?.key === 'and') return !goesOn(reading, at + 1);
  return /^[,;:!?—–―]$/.test(token?.text ?? '') || /^(?:who|which|but)$/.test(token?.key ?? '');
}

/** "According to a complaint of the commission and a letter by the state,": up to the comma there is no verb. */
function goesOn(reading: SentenceReading, from: number): boolean {
  for (let at = from; at < reading.tokens.length && at - from < LONGEST; at++) {
    const token = reading.tokens[at];
    if (!token || /^[,.;]$/.test(token.text)) return at > from;
    if (AUXILIARIES.has(token.key) || PRONOUNS.has(token.key) || isPastForm(token) || SAYING_FORMS.has(token.key))
      return false;
  }
  return true;
}

/** "According to the police the man …", "… over 345 people": an article or a number that no "of" or "and" leads to opens the next phrase. */
function startsAnother(reading: SentenceReading, at: number): boolean {
  const before = reading.tokens[at - 1];
  const token = reading.tokens[at];
  const isFigure =
    !/^(?:an?|the|its|his|her|their|that|this)$/.test(before?.key ?? '') &&
    reading.figures.some((figure) => figure.start === token?.start);
  if (!isFigure && !/^(?:the|an?|he|she|it|they|this|these|there)$/.test(token?.key ?? '')) return false;
  return before?.kind === 'word' && !PREPOSITIONS.has(before.key) && !/^(?:and|or|to)$/.test(before.key);
}
