// Who speaks in the passive: "he was called a fraud by the union", "was described by police as armed". Pure.
import { type SentenceReading, spanOf } from '../entities/sentence-reading.ts';
import { SAYING_FORMS } from '../text/speech-verbs.ts';
import { endsSource } from './according-to.ts';
import { clauseEnd } from './content.ts';
import type { Passage } from './passage.ts';

/** How far behind the verb its "by" may stand, and how many words name who speaks. */
const NEAR = 12;
const LONGEST = 15;

/** The passages of verbs of saying in the passive whose speaker follows "by". */
export function passiveAgents(reading: SentenceReading): Passage[] {
  if (!reading.tokens.some(({ key }) => key === 'by')) return [];
  return reading.tokens.flatMap((_, at) => (isPassiveCue(reading, at) ? agentOf(reading, at) : []));
}

function isPassiveCue(reading: SentenceReading, at: number): boolean {
  const token = reading.tokens[at];
  if (!token || token.key.endsWith('ing') || (reading.quoted[at] ?? -1) >= 0) return false;
  const verb = SAYING_FORMS.get(token.key);
  if ((verb === undefined || verb === token.key) && !isPutAt(reading, at)) return false;
  return /^(?:was|were|been|being|is|are|be)$/.test(
    reading.tokens[at - (/ly$|^(?:first|also|once|long|later)$/.test(reading.tokens[at - 1]?.key ?? '') ? 2 : 1)]
      ?.key ?? '',
  );
}

/** "Damage was put at 2m by the ministry", "is valued at": what somebody reckons. */
function isPutAt({ tokens, figures }: SentenceReading, at: number): boolean {
  return (
    /^(?:put|estimated|valued|reckoned)$/.test(tokens[at]?.key ?? '') &&
    tokens[at + 1]?.key === 'at' &&
    figures.some(({ start }) => start === tokens[at + 2]?.start)
  );
}

function agentOf(reading: SentenceReading, at: number): Passage[] {
  let by = at + 1;
  while (by < at + NEAR && reading.tokens[by] && reading.tokens[by]?.key !== 'by') {
    if (/^[,.;:—–―]$/.test(reading.tokens[by]?.text ?? '')) return [];
    by += 1;
  }
  if (reading.tokens[by]?.key !== 'by') return [];
  let to = by + 1;
  while (
    to < reading.tokens.length &&
    to - by < LONGEST &&
    !endsSource(reading, to) &&
    !/^(?:as|for|in|on|at|during|after|because|when)$/.test(reading.tokens[to]?.key ?? '')
  )
    to += 1;
  const said = contentAround(reading, { at, by, to });
  if (to === by + 1 || reading.timed[by + 1] || !said) return [];
  return [{ source: spanOf(reading, by + 1, to), cue: spanOf(reading, at, at + 1), content: said, is_act: false }];
}

/** "Called a fraud by", "described by police as armed": what is said of it stands on one side of "by"; else none. */
function contentAround(reading: SentenceReading, { at, by, to }: { at: number; by: number; to: number }) {
  if (reading.tokens[to]?.key === 'as') {
    const end = clauseEnd(reading, to, { from: at, to, at, verb: 'noun', kind: 'thinking', shares_subject: false });
    return spanOf(reading, to, /^[.!?]$/.test(reading.tokens[end - 1]?.text ?? '') ? end - 1 : end);
  }
  return by > at + 1 && (/^(?:as|an?|the|to)$/.test(reading.tokens[at + 1]?.key ?? '') || isPutAt(reading, at))
    ? spanOf(reading, at + 1, by)
    : null;
}
