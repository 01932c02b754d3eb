// Check-worthiness: how much a desk should want a sentence checked, and why, in words for a person.
import type { SentenceReading } from '../entities/sentence-reading.ts';
import { comparesIn } from './claim-kind.ts';
import {
  changes,
  isAhead,
  isDeed,
  isFilled,
  isOfOffice,
  isOverPeriod,
  isPlanned,
  isSinceWhen,
  opensAhead,
} from './worth-deeds.ts';
import { type Facts, factsOf, type Place, type WordClass } from './worth-facts.ts';
import {
  ANECDOTE,
  CAUSED,
  COMPARED,
  CONDITION,
  CONTRADICTS,
  IN_MY_VIEW,
  LIVE_PAGE,
  OF_FAMILY,
  OF_ONES_OWN,
  OF_THE_TALK,
  ORDERS,
  OTHERS_AIM,
  STOOD,
  UTMOST,
} from './worth-patterns.ts';
import {
  goesOn,
  handsOver,
  hasNamedTime,
  isMeasured,
  isMoneyOrShare,
  isOutstanding,
  muses,
  opensWith,
  quotesSome,
} from './worth-questions.ts';
import { deniesAll, holdsState, isHearsay, ranksInField } from './worth-states.ts';

export type { Place };

/** `score` from 0 (nothing to check) to 1; `reasons` the strongest first, only those that speak for checking. */
export type Worth = { score: number; reasons: string[] };

type Sign = { weight: number; reason: string; holds: (facts: Facts) => boolean };

/**
 * A sentence of which nothing is known stands well below the line of 0.3: most of what is printed needs a tick, not an
 * inquiry. From here one decisive sign, or two clear ones, just bring it to the line.
 */
const START = -2.0;

const has =
  (name: WordClass, times = 1) =>
  (facts: Facts) =>
    facts.counts[name] >= times;
const says = (pattern: RegExp) => (facts: Facts) => pattern.test(facts.phrase);

/**
 * The signs with their weights: by hand, each argued from the craft of checking, with no measure in sight and none fitted
 * on any data set. Four steps, for and against alike:
 *
 *   0.3 slight    a checker mentions it last
 *   0.6 clear     it counts, but wants company: two of them bring a sentence to the line
 *   0.9 strong    nearly enough alone
 *   1.2 decisive  enough alone, or enough to strike a sentence off, where nothing speaks on the other side
 *
 * The reason of a positive sign is what a person reads.
 */
const SIGNS: readonly Sign[] = [
  // Numbers are wrong more often than anything else in print and the easiest to prove wrong; together with its unit one
  // is decisive. Without a unit it may be a route, a score, an age or a span of minutes.
  { weight: 0.9, reason: 'a number with a unit', holds: ({ figures }) => figures.some(isMeasured) },
  { weight: 0.3, reason: 'a number', holds: ({ figures }) => figures.length > 0 },
  // The second number is one more chance of an error, and has to agree with the first.
  { weight: 0.3, reason: 'several numbers', holds: ({ figures }) => figures.filter(isMeasured).length > 1 },
  // A share hides what it is a share of; about money readers are least forgiving.
  { weight: 0.6, reason: 'money or a share', holds: ({ figures }) => figures.some(isMoneyOrShare) },
  // What grew or shrank has a before and an after: two things to look up.
  { weight: 0.6, reason: 'a change for more or less', holds: (facts) => changes(facts) },
  // Who picks the year to count from picks the answer.
  { weight: 0.6, reason: 'a change since a chosen time', holds: (facts) => changes(facts) && isSinceWhen(facts) },
  // Both sides must have been measured alike, which is seldom said.
  { weight: 0.6, reason: 'a comparison or superlative', holds: (f) => comparesIn(f.words) || COMPARED.test(f.phrase) },
  // One contrary year breaks it, and all of them must be looked through.
  {
    weight: 0.9,
    reason: 'a superlative over a period',
    holds: (facts) => facts.words.some(isOutstanding) && isOverPeriod(facts),
  },
  // One contrary case in the field breaks it, and the field is named: there is a list to look it up in.
  { weight: 0.9, reason: 'a rank in a named field', holds: ranksInField },
  // Firsts and onlys are notorious: somebody elsewhere was always earlier.
  { weight: 0.6, reason: 'the first, the only or the most anywhere', holds: says(UTMOST) },
  // A wrong accusation ruins a person, and the paper goes to court for it: the one error that nobody forgives.
  { weight: 1.2, reason: 'an accusation', holds: has('accusations') },
  // Deaths, wounds and attacks are the news itself; early reports of them are mostly wrong. The word may be a figure of
  // speech, so not decisive.
  { weight: 0.9, reason: 'harm to people or places', holds: has('harm') },
  // Readers act on it with their own bodies. The topic alone says nothing yet.
  { weight: 0.6, reason: 'health', holds: has('health') },
  // A vote, a law, a ruling, a contract: a record exists that settles it.
  { weight: 0.6, reason: 'an act on record', holds: (facts) => has('acts')(facts) && !isAhead(facts) },
  // A table exists to look it up in, and it is how people are governed. Again a topic, so it wants company.
  { weight: 0.6, reason: 'something that is counted publicly', holds: has('counted') },
  { weight: 0.3, reason: 'several things that are counted publicly', holds: has('counted', 2) },
  // One case to the contrary breaks it; but people say "all" and "never" lightly.
  { weight: 0.3, reason: 'a statement about all, most or none', holds: has('quantifiers') },
  // "Not one", "nobody", "never" with a thing told: the whole of the ground is claimed, and a single case refutes it.
  { weight: 0.9, reason: 'a claim that nobody or nothing did', holds: deniesAll },
  // That one thing came of another is asserted most easily and stood up least often; "because" also gives mere motives.
  { weight: 0.6, reason: 'a cause', holds: says(CAUSED) },
  // A thing done is so or not so.
  { weight: 0.6, reason: 'something that happened', holds: ({ pasts }) => pasts > 0 },
  // Where somebody stood at the time is on tape and in the minutes, and is told otherwise later.
  { weight: 0.9, reason: 'where somebody stood', holds: says(STOOD) },
  // What another is for stands in programmes and votes, and he can deny it; to misstate it is an old trick of contests.
  { weight: 0.6, reason: 'what somebody else is said to want', holds: says(OTHERS_AIM) },
  // Two say opposite things of what can be looked up: one of them is wrong.
  { weight: 0.9, reason: 'a contradiction', holds: says(CONTRADICTS) },
  // Whoever is said to have done it can be asked, and can deny it: with what happened it is enough for the list.
  { weight: 0.6, reason: 'a deed laid to somebody', holds: isDeed },
  // As much so or not so as a deed, of somebody who can deny it, and mostly there is a register or a ledger.
  { weight: 0.9, reason: 'what somebody owns, owes or runs', holds: holdsState },
  // Names are ticked one by one anyhow; here they only show that the sentence is of something in particular.
  { weight: 0.3, reason: 'somebody or something named', holds: ({ named }) => named > 0 },
  { weight: 0.3, reason: 'two or more names', holds: ({ named }) => named > 1 },
  // Pinned to a time, it can be held to it.
  { weight: 0.3, reason: 'a named time', holds: hasNamedTime },
  // The case at present; looser than a deed, and still so or not so.
  { weight: 0.3, reason: 'something that goes on', holds: ({ words }) => words.some(goesOn) },
  // Two checks: was it said, and is it so?
  { weight: 0.6, reason: 'who said or promised it', holds: handsOver },
  // Somebody used that very word, and there is a recording.
  { weight: 0.6, reason: 'words in quotation marks', holds: quotesSome },
  // Read the paper: it often says less than is said of it.
  { weight: 0.6, reason: 'a paper or count that can be fetched', holds: has('papers') },
  // Nobody stands behind it, the reporter himself says so, and mostly it is something against somebody.
  { weight: 0.9, reason: 'passed on unproved', holds: isHearsay },
  // A headline is all that most readers read, and is cut to length by somebody else: desks check every one.
  {
    weight: 1.2,
    reason: 'the headline',
    holds: ({ place, phrase }) => place === 'headline' && !LIVE_PAGE.test(phrase),
  },
  // The first sentence says what happened; the rest of the report leans on it.
  { weight: 0.6, reason: 'the first sentence of the report', holds: ({ place }) => place === 'lead' },

  // Asks, and states nothing; what it takes for granted still counts by its own signs.
  { weight: -1.2, reason: 'a question', holds: ({ ending }) => ending === '?' },
  // Says nothing about the world. In a long sentence it is only the start.
  { weight: -1.2, reason: 'a courtesy', holds: (facts) => facts.counts.courtesies > 0 && facts.words.length < 14 },
  // What somebody holds or feels cannot be wrong; but facts hide behind "I think".
  { weight: -0.9, reason: 'an opinion or feeling', holds: (facts) => muses(facts) || IN_MY_VIEW.test(facts.phrase) },
  // Tells the reader what to do, not what is so.
  { weight: -0.9, reason: 'an instruction', holds: says(ORDERS) },
  // Neither so nor not so yet; where the sentence opens with it, all of it. What a plan costs was reckoned by somebody.
  { weight: -0.6, reason: 'a wish, a duty or a plan', holds: isPlanned },
  { weight: -0.6, reason: 'opens with a wish, a duty or a plan', holds: opensAhead },
  // Only what would follow.
  { weight: -0.3, reason: 'a condition', holds: says(CONDITION) },
  // Taste: no source could settle it.
  { weight: -0.6, reason: 'praise or blame', holds: has('judgements') },
  // About the talk itself, and often only the run-up to a claim.
  { weight: -0.6, reason: 'about the debate itself', holds: says(OF_THE_TALK) },
  // Confession; an act of office in the first person is boasted of, and checked.
  {
    weight: -0.6,
    reason: 'the speaker himself',
    holds: (facts) => opensWith(facts, /^i(?:'|$)/) && !isOfOffice(facts) && !STOOD.test(facts.phrase),
  },
  // Nobody but the speaker knows, and no reader is led to act on it: there is nobody to call.
  { weight: -0.9, reason: 'private life', holds: says(OF_ONES_OWN) },
  // A count of the family's cows is in no table: a number there is no easier to look up than the rest.
  {
    weight: -0.9,
    reason: 'a number of private life',
    holds: (f) => f.figures.length > 0 && OF_ONES_OWN.test(f.phrase),
  },
  // What only a family knows; nobody is misled by it, and there is seldom a register.
  { weight: -0.6, reason: 'family life', holds: says(OF_FAMILY) },
  // Of people whom the speaker met there is no record, and no reader could find them.
  { weight: -0.6, reason: 'an anecdote', holds: says(ANECDOTE) },
  // Who is called by name is asked or answered; the news is told of others.
  { weight: -0.3, reason: 'somebody called by name', holds: ({ reading, named }) => reading.names.length > named },
  // Speaks to somebody; with a past form it is a charge.
  { weight: -0.3, reason: 'an address', holds: (facts) => facts.pasts === 0 && opensWith(facts, /^you(?:r|'|$)/) },
  // Nobody is misled if the light was otherwise; now and then the weather is to blame.
  { weight: -0.3, reason: 'scenery', holds: has('scenery') },
  // Emphasis in the place of evidence.
  { weight: -0.3, reason: 'an exclamation', holds: ({ ending }) => ending === '!' },
  // Little room for a claim; headlines are short by trade.
  { weight: -0.3, reason: 'short', holds: ({ words, place }) => words.length < 8 && place !== 'headline' },
  // Four words may be all claim: "you voted for it".
  { weight: -0.6, reason: 'very short', holds: (facts) => facts.words.length < 5 && !isFilled(facts) },
];

/** The worth of a read sentence, or of the part of one between two tokens. */
export function worthOf(reading: SentenceReading, place: Place = 'running'): Worth {
  const facts = factsOf(reading, place);
  const holding = SIGNS.filter((sign) => sign.holds(facts));
  const sum = holding.reduce((total, sign) => total + sign.weight, START);
  const speaking = holding.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  return { score: Math.round(1000 / (1 + Math.exp(-sum))) / 1000, reasons: speaking.map(({ reason }) => reason) };
}
