// What stands before a cue: the statement that it closes, or only what leads to the one behind it. Pure.
import { itemAt } from '#src/item-at.ts';
import { type SentenceReading, spanOf } from '../entities/sentence-reading.ts';
import { PREPOSITIONS } from '../text/function-words.ts';
import type { Range } from '../text/range.ts';
import { SAYING_FORMS } from '../text/speech-verbs.ts';
import type { Cue } from './cues.ts';
import type { Passage } from './passage.ts';

/** What is read of a sentence so far. */
type Said = { passages: readonly Passage[]; readTo: number };

/** From the start of the sentence, or from where the last cue stood, to the comma before the speaker. */
export function contentBefore(reading: SentenceReading, to: number, progress: Said): Range | null {
  let end = to;
  while (end > 0 && (reading.quoted[end - 1] ?? -1) < 0 && /^[,—–―-]$/.test(itemAt(reading.tokens, end - 1).text))
    end--;
  const from = closed(reading, progress) < end ? closed(reading, progress) : 0;
  let start = from;
  while (start < end && (reading.quoted[start] ?? -1) < 0 && reading.tokens[start]?.kind === 'mark') start++;
  return end > start ? spanOf(reading, start, end) : null;
}

/** Behind the last statement that its cue closed ("“…,” Smith said, “…,” Jones said"); what another said is part of this one. */
function closed(reading: SentenceReading, { passages, readTo }: Said): number {
  const last = passages.findLast(({ source }) => source !== null);
  const isQuoted = reading.quoted.some((number) => number >= 0);
  return last && (isQuoted || last.content.end <= last.cue.start) ? readTo : 0;
}

/** "In a post, the airline said: “…”", "Pressed on it, Kolb said “…”": what leads to a quotation is no part of what was said. */
export function leadsToContent(reading: SentenceReading, cue: Cue): boolean {
  const first = reading.tokens[0]?.key ?? '';
  if (reading.quoted.slice(0, cue.from).some((number) => number >= 0)) return false;
  const isAsked = /^(?:asked|pressed|questioned|quizzed|challenged|speaking)$/.test(first);
  if (!isAsked && !PREPOSITIONS.has(first) && !SAYING_FORMS.get(first)) return false;
  if (reading.tokens[cue.to]?.text === ':') return true;
  let at = cue.to;
  while (reading.timed[at] || /^(?:on|in|,)$/.test(reading.tokens[at]?.key ?? '')) at++;
  return (isAsked || at === cue.to) && (reading.quoted[at] ?? -1) >= 0;
}
