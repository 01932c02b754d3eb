// Check-worthiness of a sentence in another language than English, by the words of its table. Pure.
import type { Attribution } from '../attribution/attributed.ts';
import type { Figure } from '../entities/figures.ts';
import { countedWords } from '../entities/rates.ts';
import type { SentenceReading } from '../entities/sentence-reading.ts';
import type { Lexicon } from '../lexicons/lexicon.ts';
import { overlaps } from '../text/range.ts';
import type { Place, Worth } from './score.ts';
import { isMoneyOrShare as isEnglishMoney } from './worth-questions.ts';

type Facts = {
  figures: Figure[];
  words: string[];
  phrase: string;
  lexicon: Lexicon;
  reading: SentenceReading;
  place: Place;
  is_said: boolean;
};
type Sign = { weight: number; reason: string; holds: (facts: Facts) => boolean };

const START = -2.0;

const has =
  (name: 'harm' | 'accusations' | 'changes' | 'acts' | 'health') =>
  ({ words, lexicon }: Facts) =>
    words.some((word) => lexicon.worth[name].test(word));
const says =
  (name: 'superlatives' | 'causes' | 'hearsay' | 'opinion' | 'plans') =>
  ({ phrase, lexicon }: Facts) =>
    lexicon.worth[name].test(phrase);

/**
 * The signs of English (score.ts) as far as a table of words tells them, with the same weights for the same reasons: 0.3
 * slight, 0.6 clear, 0.9 strong, 1.2 decisive. None is fitted to any text.
 */
const SIGNS: readonly Sign[] = [
  // Numbers are wrong most often and the easiest to prove wrong; without what they count they may be a route or an age.
  { weight: 0.9, reason: 'a number with a unit', holds: ({ figures }) => figures.some(({ unit }) => unit !== null) },
  { weight: 0.3, reason: 'a number', holds: ({ figures }) => figures.length > 0 },
  { weight: 0.3, reason: 'several numbers', holds: ({ figures }) => figures.length > 1 },
  // A share hides what it is a share of; about money readers are least forgiving.
  { weight: 0.6, reason: 'money or a share', holds: isMoneyOrShare },
  // A before and an after: two things to look up.
  { weight: 0.6, reason: 'a change for more or less', holds: (facts) => has('changes')(facts) && !isAhead(facts) },
  { weight: 0.6, reason: 'a comparison or superlative', holds: says('superlatives') },
  // A wrong accusation ruins a person.
  { weight: 1.2, reason: 'an accusation', holds: has('accusations') },
  // Early reports of deaths and attacks are mostly wrong.
  { weight: 0.9, reason: 'harm to people or places', holds: has('harm') },
  { weight: 0.6, reason: 'health', holds: has('health') },
  // A record exists that settles it.
  { weight: 0.6, reason: 'an act on record', holds: (facts) => has('acts')(facts) && !isAhead(facts) },
  { weight: 0.6, reason: 'a cause', holds: says('causes') },
  { weight: 0.6, reason: 'hearsay', holds: says('hearsay') },
  // Whose words they are can be looked up, whatever they say.
  { weight: 0.3, reason: 'somebody’s words', holds: ({ is_said }) => is_said },
  {
    weight: 0.3,
    reason: 'words in quotation marks',
    holds: ({ reading }) => reading.quoted.some((quotation) => quotation >= 0),
  },
  { weight: 0.3, reason: 'somebody or something named', holds: ({ reading }) => reading.names.length > 0 },
  { weight: 0.3, reason: 'a named time', holds: ({ reading }) => reading.times.some(({ kind }) => kind === 'date') },
  { weight: 0.3, reason: 'the headline', holds: ({ place }) => place === 'headline' },
  { weight: 0.3, reason: 'the first sentence', holds: ({ place }) => place === 'lead' },
  // Held or wished, not told.
  { weight: -0.9, reason: 'an opinion', holds: says('opinion') },
  { weight: -0.3, reason: 'a plan', holds: says('plans') },
  {
    weight: -0.6,
    reason: 'a question',
    holds: ({ reading }) => /\?["”’»)]*$/.test(reading.text.slice(reading.start, reading.end).trimEnd()),
  },
  { weight: -0.3, reason: 'short', holds: ({ words, place }) => words.length < 7 && place !== 'headline' },
];

function isMoneyOrShare({ figures, lexicon }: Facts): boolean {
  return figures.some(
    (figure) => isEnglishMoney(figure) || lexicon.worth.money.test(countedWords(figure.unit ?? '').toLowerCase()),
  );
}

/** Planned, and nothing measured in it. */
function isAhead(facts: Facts): boolean {
  return says('plans')(facts) && facts.figures.length === 0;
}

/** The worth of a read sentence; `attributions` are those of its paragraph. */
export function worthAbroad(
  reading: SentenceReading,
  place: Place,
  { lexicon, attributions }: { lexicon: Lexicon; attributions: readonly Attribution[] },
): Worth {
  const words = reading.tokens.filter(({ kind }) => kind === 'word').map(({ key }) => key);
  const is_said = attributions.some(({ content }) => overlaps(content, reading));
  const facts: Facts = { figures: reading.figures, words, phrase: words.join(' '), lexicon, reading, place, is_said };
  const holding = SIGNS.filter((sign) => sign.holds(facts));
  const sum = holding.reduce((total, { weight }) => total + weight, START);
  const speaking = holding.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  return { score: Math.round(1000 / (1 + Math.exp(-sum))) / 1000, reasons: speaking.map(({ reason }) => reason) };
}
