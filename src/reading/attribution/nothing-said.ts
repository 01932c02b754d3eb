// Where a verb of saying or hearing hands nothing over: "heard that he slept", "asked not to be named". Pure.
import type { SentenceReading } from '../entities/sentence-reading.ts';
import type { Range } from '../text/range.ts';
import { PERCEIVING_VERBS } from '../text/speech-verbs.ts';
import type { Cue } from './cues.ts';
import type { Passage } from './passage.ts';
import { isPerfect } from './relative-clauses.ts';

/** "The jury heard that he slept": somebody said so there, and it was not the jury. */
export function isHearing({ text }: SentenceReading, { start, end }: Range, { verb }: Cue): boolean {
  return (
    verb === 'hear' &&
    /\b(?:courts?|jury|jurors|inquest|tribunal|hearing|inquiry|trial|panel|committee|commission|judges?)$/i.test(
      text.slice(start, end),
    )
  );
}

/** "Declined to comment", "would not say how many", "did not respond to questions": that is what somebody did, and nothing is handed over. */
export function isRefusal(reading: SentenceReading, cue: Cue): boolean {
  const [next, after] = [reading.tokens[cue.to]?.key ?? '', reading.tokens[cue.to + 1]?.key ?? ''];
  if (/^(?:decline|refuse)$/.test(cue.verb)) return next === 'to' && SPEAKING.test(after);
  const isNegated = reading.tokens
    .slice(cue.from, cue.at)
    .some(({ key }) => /^(?:not|never|\p{L}+n['’]t|cannot)$/u.test(key));
  return isNegated && cue.kind !== 'thinking' && TELLING.test(cue.verb);
}

/** "Did not answer two letters", "did not respond to requests": there is nothing of theirs to look up. */
export function isSilence(reading: SentenceReading, cue: Cue): boolean {
  const isNegated = reading.tokens
    .slice(cue.from, cue.at)
    .some(({ key }) => /^(?:not|never|didn['’]t|haven['’]t|hasn['’]t)$/.test(key));
  return isNegated && /^(?:answer|respond|reply|comment|return|say|disclose|specify|elaborate|reveal)$/.test(cue.verb);
}

const SPEAKING =
  /^(?:comment|say|speak|talk|discuss|answer|respond|reply|elaborate|give|provide|disclose|reveal|confirm|identify|name|explain|specify|be|go|share|tell|describe|detail|release)$/;
/** Verbs that tell something; whoever "did not deny", "did not agree" took a side. */
const TELLING =
  /^(?:say|comment|respond|reply|answer|disclose|reveal|specify|elaborate|explain|confirm|tell|mention|address|discuss|detail|identify|name|indicate|describe|clarify|state|announce|report)$/;

/** "Who asked that her name not be used": on what terms somebody spoke. */
export function asksNotToBeNamed(
  reading: SentenceReading,
  cue: Cue,
  { from, to }: { from: number; to: number },
): boolean {
  if (!/^(?:ask|request|want|wish|decline|refuse|prefer)$/.test(cue.verb)) return false;
  return /\bnot (?:to )?be (?:named|identified|used|quoted|published|given)\b|\banonym|\bto be (?:named|identified)\b/.test(
    reading.tokens
      .slice(from, to)
      .map(({ key }) => key)
      .join(' '),
  );
}

/** "Has seen no fire like it", "had known only drought": it went through something, and says nothing. */
export function isExperience(reading: SentenceReading, cue: Cue): boolean {
  return PERCEIVING_VERBS.has(cue.verb) && isPerfect(reading, cue.at);
}

/** "Told the paper in a statement that": the noun only says where it was said. */
export function isSaidAlready(passages: readonly Passage[], nominal: Passage): boolean {
  return nominal.source === null && passages.some(({ content }) => content.start === nominal.content.start);
}
