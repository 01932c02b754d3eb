// "According to": the source stands behind it, the content on either side.
import { type SentenceReading, spanOf } from '../entities/sentence-reading.ts';
import { PREPOSITIONS } from '../text/function-words.ts';
import { trimRange } from '../text/range.ts';
import type { Cue } from './cues.ts';
import type { Passage } from './passage.ts';

/** No source is longer than this many words. */
const LONGEST = 30;

export function accordingTo(reading: SentenceReading, cue: Cue): Passage[] {
  let to = cue.to;
  while (to < reading.tokens.length && to - cue.to < LONGEST && !endsSource(reading, to)) to++;
  if (to === cue.to) return [];
  const around = { source: spanOf(reading, cue.to, to), cue: spanOf(reading, cue.from, cue.to) };
  const opens = cue.from === 0 || /^(?:and|but)$/.test(reading.tokens[cue.from - 1]?.key ?? '');
  const rest = reading.tokens[to]?.text === ',' ? to + 1 : to;
  const span = opens ? spanOf(reading, rest, reading.tokens.length) : spanOf(reading, 0, cue.from);
  let { start, end } = span;
  while (end > start && /[.,;:]/.test(reading.text.charAt(end - 1))) end--;
  return [{ ...around, content: trimRange(reading.text, { start, end }), is_act: false }];
}

function endsSource(reading: SentenceReading, at: number): boolean {
  const token = reading.tokens[at];
  if ((reading.quoted[at] ?? -1) >= 0 || startsAnother(reading, at)) return true;
  if (token?.text === '.') return at >= reading.tokens.length - 1 || !reading.tokens[at - 1]?.is_capital;
  return /^[,;:!?—–―]$/.test(token?.text ?? '') || /^(?:who|which|and|but)$/.test(token?.key ?? '');
}

/** "According to the police the man …", "… over 345 people": an article or a number that no "of" or "and" leads to opens the next phrase. */
function startsAnother(reading: SentenceReading, at: number): boolean {
  const before = reading.tokens[at - 1];
  const token = reading.tokens[at];
  const isFigure = reading.figures.some((figure) => figure.start === token?.start);
  if (!isFigure && !/^(?:the|an?|he|she|it|they|this|these|there)$/.test(token?.key ?? '')) return false;
  return before?.kind === 'word' && !PREPOSITIONS.has(before.key) && !/^(?:and|or|to)$/.test(before.key);
}
