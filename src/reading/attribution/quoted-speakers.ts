// "Reuters quoted the governor as saying": somebody speaks through somebody else.
import { type SentenceReading, spanOf } from '../entities/sentence-reading.ts';
import { clauseEnd } from './content.ts';
import type { Cue } from './cues.ts';
import type { Passage } from './passage.ts';

/** No speaker between "quoted" and "as saying" is longer than this many words. */
const LONGEST = 15;

/** The inner passage of a chain that quotes, or none: "as saying" and "as telling" hand on to whom was quoted. */
export function quotedAsSaying(reading: SentenceReading, cue: Cue): Passage[] {
  if (cue.verb !== 'quote' && cue.verb !== 'cite') return [];
  for (let at = cue.to + 1; at < Math.min(reading.tokens.length - 2, cue.to + LONGEST); at++) {
    const isHandedOn =
      reading.tokens[at]?.key === 'as' && /^(?:saying|telling|adding)$/.test(reading.tokens[at + 1]?.key ?? '');
    if (!isHandedOn) continue;
    const from = at + 2;
    const to = clauseEnd(reading, from, cue);
    const end = reading.tokens[to - 1]?.text === '.' ? to - 1 : to;
    const source = spanOf(reading, cue.to, at);
    return [{ source, cue: spanOf(reading, at, from), content: spanOf(reading, from, end), is_act: false }];
  }
  return [];
}
