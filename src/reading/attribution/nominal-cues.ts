// Nouns that hand over: "the mayor's claim that …", "their fear that …".
import { type SentenceReading, spanOf } from '../entities/sentence-reading.ts';
import type { Range } from '../text/range.ts';
import { SAYING_NOUNS } from '../text/speech-verbs.ts';
import { clauseEnd } from './content.ts';
import type { Passage } from './passage.ts';
import { ownAdmission, ownerBefore, voicedBy } from './voiced-nouns.ts';

/** The passages that a noun with "that" opens. Without an owner before the noun nobody is named. */
export function nominalPassages(reading: SentenceReading): Passage[] {
  const passages: Passage[] = ownAdmission(reading);
  for (let at = 0; at + 2 < reading.tokens.length; at++) {
    const opens = reading.tokens[at + 1]?.key;
    if (opens !== 'that' && opens !== 'to') continue;
    // "Told to draw up its own plan to cut it": there is none yet.
    if (opens === 'to' && reading.tokens[at - 1]?.key === 'own') continue;
    const source = sourceOf(reading, at, opens);
    // "Kolb's plan to widen it": behind what is somebody's, what they want; no statement.
    if (source === undefined || (opens === 'to' && source === null)) continue;
    const to = clauseEnd(reading, at + 1, {
      from: at,
      to: at + 1,
      at,
      verb: 'noun',
      kind: 'thinking',
      shares_subject: false,
    });
    if (opens === 'that' && isAnswered(reading, to)) continue;
    const end = /^[.!?]$/.test(reading.tokens[to - 1]?.text ?? '') ? to - 1 : to;
    passages.push({
      source,
      cue: spanOf(reading, at, at + 1),
      content: spanOf(reading, at + 1, end),
      is_act: opens !== 'that',
    });
  }
  return passages;
}

/** Who owns the noun or voices it; null for nobody, undefined where it hands nothing over. */
function sourceOf(reading: SentenceReading, at: number, opens: string): Range | null | undefined {
  const owner = ownerBefore(reading, at);
  if (owner) return isSayingNoun(reading, at) ? spanOf(reading, owner.from, owner.to) : undefined;
  const voiced = opens === 'that' ? voicedBy(reading, at) : null;
  return voiced ?? (isSayingNoun(reading, at) ? null : undefined);
}

function isSayingNoun(reading: SentenceReading, at: number): boolean {
  const key = reading.tokens[at]?.key ?? '';
  if ((reading.quoted[at] ?? -1) >= 0) return false;
  return SAYING_NOUNS.has(key) || (key.endsWith('s') && SAYING_NOUNS.has(key.slice(0, -1)));
}

/** "An accusation that Mayor Moor rejected.": the clause tells who answered it. */
function isAnswered({ tokens }: SentenceReading, to: number): boolean {
  const last = tokens[to - 1]?.kind === 'mark' ? tokens[to - 2] : tokens[to - 1];
  return /^(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|disput(?:es?|ed)|refut(?:es?|ed)|rebut(?:s|ted)?|repeat(?:s|ed)?|made|makes?|shared?|shares)$/.test(
    last?.key ?? '',
  );
}
