// Sources that are cited by others: "Reuters, citing police, said the ship sank". Pure.
import { type SentenceReading, spanOf } from '../entities/sentence-reading.ts';
import { isEmpty } from '../text/range.ts';
import type { Cue } from './cues.ts';
import type { Passage } from './passage.ts';

/** No source that is cited is longer than this many words. */
const LONGEST = 15;

export function isCiting(reading: SentenceReading, cue: Cue): boolean {
  return cue.verb === 'cite' && reading.tokens[cue.at]?.key === 'citing';
}

/** The passage of whom a cue cites: the same words as those of the statement it stands beside. None without such a statement. */
export function citedPassage(reading: SentenceReading, cue: Cue, said: readonly Passage[]): Passage[] {
  const cueRange = spanOf(reading, cue.from, cue.to);
  const outer =
    said.find(({ source, cue: own }) => source !== null && source.end <= cueRange.start && own.start > cueRange.end) ??
    said.findLast(({ source, cue: own }) => source !== null && own.end <= cueRange.start);
  let to = cue.to;
  while (
    to < reading.tokens.length &&
    to - cue.to < LONGEST &&
    !/^(?:[,.;:]|that|said|says)$/.test(reading.tokens[to]?.text ?? '')
  )
    to += 1;
  const isQuoted = (reading.quoted[cue.to] ?? -1) >= 0;
  if (!outer?.source || isEmpty(outer.content) || to === cue.to || isQuoted) return [];
  const source = spanOf(reading, cue.to, to);
  const content =
    outer.content.end <= cueRange.start || outer.content.start >= source.end
      ? outer.content
      : { ...outer.content, end: Math.min(outer.content.end, cueRange.start) };
  if (isEmpty(content)) return [];
  return [{ source, cue: cueRange, content, is_act: false, cited_by: outer.source }];
}
