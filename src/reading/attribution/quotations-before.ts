// A short sentence that names who said the quotation before it: "“Why not?” Kolb demanded." Pure.
import type { Quotation } from '../entities/quotations.ts';
import { type SentenceReading, spanOf } from '../entities/sentence-reading.ts';
import type { Cue } from './cues.ts';
import type { Passage } from './passage.ts';
import { subjectBefore } from './subjects.ts';

/** The passage of a sentence that is nothing but a speaker and a verb of saying, right behind a quotation. */
export function saidBefore(
  reading: SentenceReading,
  cues: readonly Cue[],
  quotations: readonly Quotation[],
): Passage | null {
  const [cue, other] = cues;
  if (!cue || other || cue.kind !== 'saying' || !/^[.]?$/.test(reading.tokens[cue.to]?.text ?? '')) return null;
  const quotation = quotations.findLast(({ end }) => end <= reading.start);
  if (!quotation?.is_closed || reading.text.slice(quotation.end, reading.start).trim() !== '') return null;
  const subject = subjectBefore(reading, cue, false);
  if (subject?.from !== 0) return null;
  const content = { start: quotation.start, end: quotation.end };
  return { source: subject.source, cue: spanOf(reading, cue.from, cue.to), content, is_act: false };
}
