// "The skipper was told: “…”": somebody else said it, and nobody knows who. Pure.
import { type SentenceReading, spanOf } from '../entities/sentence-reading.ts';
import type { Passage } from './passage.ts';
import { isPassive } from './verb-groups.ts';

/** Whether a word says that its subject was told something. */
export function isToldThere(reading: SentenceReading, at: number): boolean {
  return reading.tokens[at]?.key === 'told' && (reading.quoted[at] ?? -1) < 0 && isPassive(reading, at);
}

/** The quotations that somebody was told, by nobody who is named. */
export function toldInPassive(reading: SentenceReading): Passage[] {
  return reading.tokens.flatMap((_, at) => {
    const opening = /^[,:]$/.test(reading.tokens[at + 1]?.text ?? '') ? at + 2 : at + 1;
    const quotation = reading.quoted[opening] ?? -1;
    if (quotation < 0 || !isToldThere(reading, at)) return [];
    const content = spanOf(reading, opening, reading.quoted.lastIndexOf(quotation) + 1);
    return [{ source: null, cue: spanOf(reading, at, at + 1), content, is_act: false }];
  });
}
