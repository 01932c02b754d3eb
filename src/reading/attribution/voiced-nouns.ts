// Who owns or voices a noun that hands over: "Kolb's claim", "expressed doubt that". Pure.
import { type SentenceReading, spanOf } from '../entities/sentence-reading.ts';
import type { Range } from '../text/range.ts';
import { SAYING_NOUNS } from '../text/speech-verbs.ts';
import type { Cue } from './cues.ts';
import type { Passage } from './passage.ts';
import { subjectBefore } from './subjects.ts';
import { verbGroupStart } from './verb-groups.ts';

/** What is felt is said only where somebody voices it: "expressed doubt that". */
function isFeltNoun({ tokens, quoted }: SentenceReading, at: number): boolean {
  return (
    (quoted[at] ?? -1) < 0 &&
    /^(?:doubts?|worr(?:y|ies)|confidence|disappointment|frustration|optimism|alarm|regret|scepticism|skepticism)$/.test(
      tokens[at]?.key ?? '',
    )
  );
}

const VOICING =
  /^(?:express(?:es|ed)?|voice[sd]?|raise[sd]?|issue[sd]?|repeat(?:s|ed)?|reiterate[sd]?|renew(?:s|ed)?|share[sd]?|persist(?:s|ed)?)$/;

/** "Republicans have expressed deep concern that": who voices it stands before the verb. */
export function voicedBy(reading: SentenceReading, noun: number): Range | null {
  if (!isFeltNoun(reading, noun) && !SAYING_NOUNS.has((reading.tokens[noun]?.key ?? '').replace(/s$/, ''))) return null;
  const at = [noun - 1, noun - 2].find((place) => VOICING.test(reading.tokens[place]?.key ?? ''));
  if (at === undefined) return null;
  const from = verbGroupStart(reading, at);
  const cue: Cue = { from, to: at + 1, at, verb: 'express', kind: 'saying', shares_subject: false };
  return subjectBefore(reading, cue, false)?.source ?? null;
}

/** "By his own account, Moor slept": all behind the comma. */
export function ownAdmission(reading: SentenceReading): Passage[] {
  const { tokens } = reading;
  if (tokens[0]?.key !== 'by') return [];
  const noun = tokens.findIndex(({ key }, at) => at < 7 && /^(?:admission|account|reckoning|telling)$/.test(key));
  const owner = noun > 1 ? ownerBefore(reading, noun) : null;
  const last = tokens.at(-1)?.kind === 'mark' ? tokens.length - 1 : tokens.length;
  if (!owner || tokens[noun - 1]?.key !== 'own' || tokens[noun + 1]?.text !== ',' || noun + 2 >= last) return [];
  const around = { source: spanOf(reading, owner.from, owner.to), cue: spanOf(reading, noun, noun + 1) };
  return [{ ...around, content: spanOf(reading, noun + 2, last), is_act: false }];
}

/** "Kolb's claim", "Police's earlier claim", "their claim": whose it is, one adjective further back at most. */
export function ownerBefore(reading: SentenceReading, noun: number): { from: number; to: number } | null {
  for (let at = noun - 1; at >= Math.max(0, noun - 2); at--) {
    const token = reading.tokens[at];
    if (token && /^(?:his|her|their|its|my|our)$/.test(token.key)) return { from: at, to: at + 1 };
    if (!token?.is_possessive) continue;
    const name = reading.names.find((each) => each.to === at + 1);
    return { from: name ? name.from : at, to: at + 1 };
  }
  return null;
}
