// What is weighed of a sentence: counted words, figures, names, and how it opens.
import type { Figure } from '../entities/figures.ts';
import type { Name } from '../entities/names.ts';
import type { SentenceReading } from '../entities/sentence-reading.ts';
import { IRREGULAR_PASTS } from '../text/irregular-pasts.ts';
import type { Token } from '../text/tokens.ts';
import { LET_BEHIND, NOT_DONE, PASSED_ON, YOU_SAID } from './worth-patterns.ts';
import {
  ACCUSATIONS,
  ACTS,
  CHANGES,
  COUNTED,
  COURTESIES,
  HARM,
  HEALTH,
  HEARSAY,
  JUDGEMENTS,
  MODALS,
  NO_PASTS,
  PAPERS,
  QUANTIFIERS,
  REPORTING,
  SCENERY,
} from './worth-words.ts';

/** Where in an article a sentence stands: the headline and the first sentence carry the news. */
export type Place = 'headline' | 'lead' | 'running';

const CLASSES = {
  changes: CHANGES,
  harm: HARM,
  accusations: ACCUSATIONS,
  acts: ACTS,
  counted: COUNTED,
  papers: PAPERS,
  health: HEALTH,
  hearsay: HEARSAY,
  quantifiers: QUANTIFIERS,
  reporting: REPORTING,
  modals: MODALS,
  judgements: JUDGEMENTS,
  courtesies: COURTESIES,
  scenery: SCENERY,
};

export type WordClass = keyof typeof CLASSES;

const NAMES = Object.keys(CLASSES) as WordClass[];

/** By word, the classes it belongs to: asked once a word, and not once for each class. */
const CLASSES_OF = new Map<string, WordClass[]>();
for (const name of NAMES)
  for (const word of CLASSES[name]) CLASSES_OF.set(word, [...(CLASSES_OF.get(word) ?? []), name]);

/** A sentence as it is weighed. */
export type Facts = {
  words: Token[];
  figures: Figure[];
  reading: SentenceReading;
  counts: Record<WordClass, number>;
  /** How many words say that something happened, or did not. */
  pasts: number;
  /** The words in lower case with single spaces. */
  phrase: string;
  /** The mark it ends with, before a closing quotation mark. */
  ending: string;
  /** How many names stand in it that are not called upon ("Governor Marsh, thank you"). */
  named: number;
  place: Place;
};

export function factsOf(reading: SentenceReading, place: Place): Facts {
  const words = reading.tokens.filter((token) => token.kind !== 'mark');
  const phrase = words.map((word) => word.key).join(' ');
  const counts = countsOf(words);
  // "That let it feed": "let" plans only where it opens.
  if (counts.modals > 0 && LET_BEHIND.test(phrase)) counts.modals -= 1;
  const printed = reading.text.slice(reading.start, reading.end).trimEnd();
  return {
    words,
    figures: reading.figures,
    reading,
    counts,
    pasts:
      words.filter((word, at) => isPast(word) && !isPassedOn(at, words)).length +
      (YOU_SAID.test(phrase) ? 1 : 0) +
      (NOT_DONE.test(phrase) ? 1 : 0),
    phrase,
    ending: endingOf(printed),
    named: reading.names.filter((name) => !isCalledUpon(reading, name)).length,
    place,
  };
}

/** The mark behind which only closing quotation marks and brackets stand. */
function endingOf(printed: string): string {
  let last = printed.length - 1;
  while (last >= 0 && '"”’)'.includes(printed.charAt(last))) last -= 1;
  const mark = printed.charAt(last);
  return mark === '.' || mark === '!' || mark === '?' ? mark : '';
}

const NONE = Object.fromEntries(NAMES.map((name) => [name, 0])) as Facts['counts'];

function countsOf(words: readonly Token[]): Facts['counts'] {
  const counts = { ...NONE };
  for (const { key } of words) for (const name of CLASSES_OF.get(key) ?? []) counts[name] += 1;
  return counts;
}

/** "Governor Marsh, thank you": whoever is addressed at the start or the end is no subject of the sentence. */
function isCalledUpon({ tokens }: SentenceReading, name: Name): boolean {
  const opens =
    name.from <= 2 && tokens[name.to]?.text === ',' && !/^(?:who|the|an?|which)$/.test(tokens[name.to + 1]?.key ?? '');
  const closes = tokens[name.from - 1]?.text === ',' && name.to >= tokens.length - 1;
  return opens || closes;
}

/** "Is believed to", "are said to": neither a thing done nor words of somebody. */
export function isPassedOn(at: number, words: readonly Token[]): boolean {
  return PASSED_ON.test(
    words
      .slice(Math.max(0, at - 2), at + 2)
      .map(({ key }) => key)
      .join(' '),
  );
}

/** Words of saying tell of words, not of deeds. */
export function isPast(word: Token): boolean {
  if (word.is_capital || REPORTING.has(word.key) || NO_PASTS.has(word.key)) return false;
  return IRREGULAR_PASTS.has(word.key) || /[a-z]{2}ed$/.test(word.key);
}
