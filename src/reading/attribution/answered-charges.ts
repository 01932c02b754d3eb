// "…, a charge the minister rejected": what somebody answers to, and does not say. Pure.
import type { SentenceReading } from '../entities/sentence-reading.ts';
import { AUXILIARIES } from '../text/function-words.ts';
import { SAYING_NOUNS } from '../text/speech-verbs.ts';
import type { Cue } from './cues.ts';
import { isPastForm } from './inverted-subjects.ts';

/** So far before its verb such a noun stands at most. */
const FAR = 14;

const OTHERS = /^(?:description|characteri[sz]ation|suggestion|portrayal|depiction|label|version|verdict|slur|insult)$/;

/** Whether a comma opens "a charge", "an accusation", "a false claim" there. */
export function opensCharge({ tokens, quoted }: SentenceReading, comma: number): boolean {
  if (!/^[,—–-]$/.test(tokens[comma]?.text ?? '') || (quoted[comma + 1] ?? -1) >= 0) return false;
  if (!/^(?:an?|the|accusations?|claims|charges|allegations)$/.test(tokens[comma + 1]?.key ?? '')) return false;
  if (opensDisputed(tokens, comma + 1)) return true;
  return tokens
    .slice(comma + 1, comma + 4)
    .some(
      ({ key }) =>
        SAYING_NOUNS.has(key) || OTHERS.test(key) || (key.endsWith('s') && SAYING_NOUNS.has(key.slice(0, -1))),
    );
}

const DISPUTES = /^(?:disput|reject|contest|den(?:y|ie)|challeng|question|rebut|refut|dismiss)(?:e|y|s|es|d|ed)*$/;

/** "A number the ministry disputes": only what is made of a number; "a number that rose" is told on. */
function opensDisputed(tokens: SentenceReading['tokens'], at: number): boolean {
  if (!/^(?:number|figure|total|tally|count|toll|sum|percentage|share|estimate)$/.test(tokens[at + 1]?.key ?? ''))
    return false;
  const rest = tokens.slice(at + 2, at + FAR);
  const verb = rest.findIndex(({ key }) => DISPUTES.test(key));
  return verb > 0 && rest.slice(0, verb).every(({ kind, key }) => kind === 'word' && !/^(?:which|who)$/.test(key));
}

/** Whether a cue only says what somebody makes of a charge: nothing stands behind it but the end of the clause. */
export function answersCharge(reading: SentenceReading, cue: Cue): boolean {
  const { tokens } = reading;
  if (cue.kind === 'according' || !endsThere(reading, cue.to)) return false;
  for (let at = cue.from - 1; at > Math.max(0, cue.from - FAR); at--) {
    const token = tokens[at];
    if (!token || (reading.quoted[at] ?? -1) >= 0 || AUXILIARIES.has(token.key) || isPastForm(token)) return false;
    if (opensCharge(reading, at)) return true;
  }
  return false;
}

/** The end, a comma, or a word of when, how and to whom. */
function endsThere({ tokens, timed }: SentenceReading, at: number): boolean {
  const { key, kind } = tokens[at] ?? { key: '.', kind: 'mark' };
  return kind === 'mark' || timed[at] === true || /ly$|^(?:in|at|on|as|and|but|during|again|too|when|while)$/.test(key);
}
