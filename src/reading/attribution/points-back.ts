// Sentences abroad that say who said the one before: "Das gab der Verein bekannt", "Así lo informó". Pure.
import { type SentenceReading, spanOf } from '../entities/sentence-reading.ts';
import type { Lexicon } from '../lexicons/lexicon.ts';
import type { Range } from '../text/range.ts';
import { cuesAbroad } from './cues-abroad.ts';
import { type Ground, keyAt, phraseFrom } from './noun-phrases.ts';
import { type PassageAbroad, subjectBehind } from './subjects-abroad.ts';

/** The passage whose content is the sentence before, or null. */
export function pointingBack(reading: SentenceReading, before: Range, lexicon: Lexicon): PassageAbroad | null {
  const ground = { reading, lexicon };
  const at = verbAt(ground);
  if (at === null) return null;
  const emerges = emergesFrom(ground, at);
  const cue = cuesAbroad(reading, lexicon.speech).find(
    (each) => (each.at === at || each.from === at) && each.kind === 'verb',
  );
  const source = emerges ?? (cue ? subjectBehind(ground, cue)?.source : null);
  if (!source) return null;
  return {
    source: spanOf(reading, source.from, source.to),
    cue: spanOf(reading, at, at + 1),
    content: before,
    is_act: false,
    is_dropped: false,
  };
}

/** The verb behind "das", "dies", "así lo". */
function verbAt({ reading, lexicon: { speech } }: Ground): number | null {
  const [first, second] = [keyAt(reading, 0), keyAt(reading, 1)];
  if (speech.writes_nouns_large) return /^(?:das|dies)$/.test(first) ? 1 : null;
  return first === 'así' && second === 'lo' ? 2 : null;
}

/** "Das geht aus einem Bericht hervor". */
function emergesFrom(ground: Ground, at: number): ReturnType<typeof phraseFrom> {
  const { reading } = ground;
  if (!/^(?:geht|ging)$/.test(keyAt(reading, at)) || keyAt(reading, at + 1) !== 'aus') return null;
  const phrase = phraseFrom(ground, at + 2);
  return phrase && keyAt(reading, phrase.to) === 'hervor' ? phrase : null;
}
