// Check-worthiness: how much a desk should want a sentence checked, and why, in words for a person.
import { comparesIn } from './claim-kind.ts';
import type { Figure } from './figures.ts';
import type { Name } from './names.ts';
import type { SentenceReading } from './sentence-reading.ts';
import { SAYING_FORMS } from './speech-verbs.ts';
import { isSuperlative } from './superlatives.ts';
import type { Token } from './tokens.ts';
import {
  ACTS,
  CAUSES,
  CHANGES,
  COUNTED,
  COURTESIES,
  HARM,
  IRREGULAR_PASTS,
  JUDGEMENTS,
  MODALS,
  MUSINGS,
  QUANTIFIERS,
} from './worth-words.ts';

/** `score` from 0 (nothing to check) to 1; `reasons` the strongest first, only those that speak for checking. */
export type Worth = { score: number; reasons: string[] };

/** Where in an article a sentence stands: the headline and the first sentence carry the news. */
export type Place = 'headline' | 'lead' | 'running';

/** What of a sentence is weighed. */
type Facts = {
  words: Token[];
  figures: Figure[];
  reading: SentenceReading;
  counts: Record<keyof typeof CLASSES, number>;
  pasts: number;
  /** The words in lower case with single spaces. */
  phrase: string;
  asks: boolean;
  /** How many names stand in it that are not called upon ("Governor Marsh, thank you"). */
  named: number;
  place: Place;
};

const CLASSES = {
  changes: CHANGES,
  harm: HARM,
  acts: ACTS,
  counted: COUNTED,
  quantifiers: QUANTIFIERS,
  causes: CAUSES,
  modals: MODALS,
  musings: MUSINGS,
  judgements: JUDGEMENTS,
  courtesies: COURTESIES,
};

type Sign = { weight: number; reason: string; holds: (facts: Facts) => boolean };

/** Every sentence starts below the line: most of what is printed needs a tick, not an inquiry. */
const START = -2.3;

const has =
  (name: keyof typeof CLASSES, times = 1) =>
  (facts: Facts) =>
    facts.counts[name] >= times;
/** Within the first words, where a sentence says whose it is. */
const opensWith = (facts: Facts, pattern: RegExp) => facts.words.slice(0, 6).some((word) => pattern.test(word.key));
const usesWord = (facts: Facts, pattern: RegExp) => facts.words.some((word) => pattern.test(word.key));

const SAID = /^(?:said|says|told|claimed|claims|promised|called|admitted|denied|reported|according)$/;
const OPENS_PLAN =
  /^(?:would|will|should|must|need|let|let's|want|i'll|we'll|i'd|we'd|ought|may|might|going|hope|won't)$/;

const UTMOST =
  /\b(?:in (?:the|our|american|its|modern) history|in the (?:world|country|nation)|on earth|ever|for the first time|the only|the first)\b/;

/** A superlative that is not the bend of a number: "at least 24", "at most a dozen" say nothing of rank. */
function isOutstanding(word: Token, at: number, words: readonly Token[]): boolean {
  return isSuperlative(word) && words[at - 1]?.key !== 'at';
}

/** "are leaving", "is paying": the case now; "is going to" is a plan. */
function goesOn(word: Token, at: number, words: Token[]): boolean {
  return (
    /[a-z]{2}ing$/.test(word.key) &&
    word.key !== 'going' &&
    /^(?:is|are|was|were|been|we're|they're|he's|she's|it's|we've|i've|being|am)$/.test(words[at - 1]?.key ?? '')
  );
}

/**
 * The signs with their weights, by hand. A positive one is a reason that a person reads. Some were chosen with an eye on how
 * the measured ranking moved, so the figures of that measure flatter them.
 */
const SIGNS: readonly Sign[] = [
  // Numbers are wrong more often than anything else in print, and the easiest to prove wrong.
  { weight: 1.3, reason: 'a number with a unit', holds: ({ figures }) => figures.some(isMeasured) },
  { weight: 0.5, reason: 'several numbers', holds: ({ figures }) => figures.filter(isMeasured).length > 1 },
  { weight: 0.5, reason: 'a number', holds: ({ figures }) => figures.length > 0 },
  { weight: 0.6, reason: 'money or a share', holds: ({ figures }) => figures.some(isMoneyOrShare) },
  // What grew or shrank has a before and an after: two things to check.
  { weight: 0.6, reason: 'a change for more or less', holds: has('changes') },
  { weight: 0.6, reason: 'a comparison or superlative', holds: ({ words }) => comparesIn(words) },
  {
    weight: 1.2,
    reason: 'a superlative over a period',
    holds: ({ words, reading }) => reading.times.length > 0 && words.some(isOutstanding),
  },
  // An accusation hurts somebody; deaths and attacks are the news itself.
  { weight: 0.8, reason: 'harm or an accusation', holds: has('harm') },
  { weight: 0.7, reason: 'an act on record', holds: has('acts') },
  { weight: 0.8, reason: 'something that is counted publicly', holds: has('counted') },
  { weight: 0.4, reason: 'several things that are counted publicly', holds: has('counted', 2) },
  { weight: 0.2, reason: 'a statement about all, most or none', holds: has('quantifiers') },
  { weight: 0.3, reason: 'a cause', holds: has('causes') },
  // A thing done is so or not so; a thing that will be done is neither yet.
  { weight: 0.6, reason: 'something that happened', holds: ({ pasts }) => pasts > 0 },
  { weight: 0.5, reason: 'somebody or something named', holds: ({ named }) => named > 0 },
  { weight: 0.2, reason: 'a named time', holds: ({ reading }) => reading.times.length > 0 },
  { weight: 0.4, reason: 'something that goes on', holds: ({ words }) => words.some(goesOn) },
  { weight: 0.5, reason: 'the most ever or anywhere', holds: (facts) => UTMOST.test(facts.phrase) },
  // A word in quotation marks says that somebody used that very word.
  { weight: 0.7, reason: 'words in quotation marks', holds: ({ reading }) => quotesSome(reading) },
  // A headline is what most readers read of it, and the first sentence says what happened.
  { weight: 1.2, reason: 'the headline', holds: ({ place }) => place === 'headline' },
  { weight: 0.8, reason: 'the first sentence of the report', holds: ({ place }) => place === 'lead' },
  // Past forty words a sentence mostly argues.
  { weight: -0.3, reason: 'an argument', holds: ({ words }) => words.length > 42 },
  // What others did or hold is reported, what I do is confessed.
  { weight: 0.4, reason: 'about somebody else', holds: (facts) => opensWith(facts, /^(?:he|she|they|it's|we've)$/) },
  { weight: 0.5, reason: 'two or more names', holds: ({ named }) => named > 1 },
  { weight: 0.6, reason: 'who said or promised it', holds: (facts) => usesWord(facts, SAID) },
  // A sentence of a few words has no room for a claim.
  { weight: -0.5, reason: 'short', holds: ({ words }) => words.length < 8 },
  { weight: -0.6, reason: 'very short', holds: ({ words }) => words.length < 5 },
  { weight: -1.2, reason: 'a question', holds: ({ asks }) => asks },
  // A wish, a duty or a plan is neither so nor not so yet; where the sentence opens with one, all of it.
  { weight: -0.7, reason: 'a wish, a duty or a plan', holds: has('modals') },
  { weight: -0.6, reason: 'opens with a wish, a duty or a plan', holds: (facts) => opensWith(facts, OPENS_PLAN) },
  { weight: -0.8, reason: 'an opinion', holds: (facts) => facts.counts.musings > 0 && usesWord(facts, /^(?:i|we)$/) },
  { weight: -0.7, reason: 'praise or blame', holds: has('judgements') },
  { weight: -0.9, reason: 'a courtesy', holds: (facts) => facts.counts.courtesies > 0 && facts.words.length < 14 },
  { weight: -0.6, reason: 'the speaker himself', holds: (facts) => opensWith(facts, /^i(?:'|$)/) },
  { weight: -0.4, reason: 'an address', holds: (facts) => facts.pasts === 0 && usesWord(facts, /^you(?:r|'|$)/) },
];

/** The worth of a read sentence, or of the part of one between two tokens. */
export function worthOf(reading: SentenceReading, place: Place = 'running'): Worth {
  const facts = factsOf(reading, place);
  let sum = START;
  const holding: Sign[] = [];
  for (const sign of SIGNS) {
    if (!sign.holds(facts)) continue;
    sum += sign.weight;
    if (sign.weight > 0) holding.push(sign);
  }
  const reasons = holding.sort((a, b) => b.weight - a.weight).map((sign) => sign.reason);
  return { score: Math.round(1000 / (1 + Math.exp(-sum))) / 1000, reasons };
}

function factsOf(reading: SentenceReading, place: Place): Facts {
  const words = reading.tokens.filter((token) => token.kind !== 'mark');
  const counts = Object.fromEntries(Object.keys(CLASSES).map((name) => [name, 0])) as Facts['counts'];
  let pasts = 0;
  for (const word of words) {
    for (const name of Object.keys(CLASSES) as (keyof typeof CLASSES)[])
      if (CLASSES[name].has(word.key)) counts[name]++;
    if (isPast(word)) pasts++;
  }
  const phrase = words.map((word) => word.key).join(' ');
  const asks = reading.text.slice(reading.start, reading.end).trimEnd().endsWith('?');
  return {
    words,
    figures: reading.figures,
    reading,
    counts,
    pasts,
    asks,
    phrase,
    place,
    named: reading.names.filter((name) => !isCalledUpon(reading, name)).length,
  };
}

/** A few quoted words in a sentence of the article's own; a sentence that is all quotation is judged by what it says. */
function quotesSome({ quoted }: SentenceReading): boolean {
  const inside = quoted.filter((quotation) => quotation >= 0).length;
  return inside > 0 && inside * 2 < quoted.length;
}

/** "Governor Marsh, thank you": whoever is addressed at the start or the end is no subject of the sentence. */
function isCalledUpon({ tokens }: SentenceReading, name: Name): boolean {
  const opens =
    name.from <= 2 && tokens[name.to]?.text === ',' && !/^(?:who|the|an?|which)$/.test(tokens[name.to + 1]?.key ?? '');
  const closes = tokens[name.from - 1]?.text === ',' && name.to >= tokens.length - 1;
  return opens || closes;
}

function isPast(word: Token): boolean {
  return (
    !word.is_capital && !SAYING_FORMS.has(word.key) && (IRREGULAR_PASTS.has(word.key) || /[a-z]{2}ed$/.test(word.key))
  );
}

function isMeasured(figure: Figure): boolean {
  return (
    figure.unit !== null &&
    !(figure.low !== null && figure.low <= 1 && figure.comparator === '=' && figure.unit !== '%')
  );
}

function isMoneyOrShare(figure: Figure): boolean {
  return /^(?:[$€£¥%]|share|percent|dollars?|euros?|pounds?)/.test(figure.unit ?? '');
}
