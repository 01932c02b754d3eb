// What does not agree in an article: with itself, and each claim with the passages it rests on. Pure.
import { figuresOf } from '../entities/figures.ts';
import { lexiconOf } from '../lexicons/lexicons.ts';
import { sentencesOf } from '../sentences/sentences.ts';
import { readsAsEnglish } from '../text/languages.ts';
import { byPlace, type Range } from '../text/range.ts';
import { findingsAbroad } from './abroad.ts';
import { againstPassage } from './against-passage.ts';
import { changeFindings } from './changes.ts';
import { conversionFindings } from './conversions.ts';
import { dateFindings, weekdayFindings } from './dates.ts';
import type { Finding } from './finding.ts';
import { headlineFindings } from './headline.ts';
import { peopleFindings } from './people.ts';
import { type Counted, repeatedFindings } from './repeated.ts';
import { shareFindings } from './shares.ts';
import { skeletonOf } from './skeleton.ts';
import { spellingFindings } from './spelling.ts';
import { sumFindings } from './sums.ts';
import { rateFindings } from './units.ts';

/** A claim's words, and the passages of sources for it as they were noted or stand in the saved copy. */
export type HeldClaim = Range & { passages: readonly string[] };

export type Ground = { text: string; dated_on: string | null; language?: string; claims: readonly HeldClaim[] };

/**
 * The findings in the order of their places: the same for the same ground. What says the same in other words is none.
 * Texts of a language that nobody knows the words of are only held against their passages.
 */
export function findingsIn({ text, dated_on, language, claims }: Ground): Finding[] {
  const held = claims.flatMap((claim, number) =>
    claim.passages.flatMap((passage, at) => againstPassage(text, claim, passage, { claim: number, passage: at })),
  );
  const itself = [...findingsOfText({ text, dated_on, ...(language !== undefined && { language }) })].flat();
  return [...held, ...itself].sort((one, other) => byPlace(firstOf(one), firstOf(other)));
}

/** A text held against itself, piece by piece: most of it sentence by sentence, and in no order. */
export function* findingsOfText({ text, dated_on, language }: Omit<Ground, 'claims'>): Generator<Finding[]> {
  const lexicon = lexiconOf(language);
  if (lexicon) yield* findingsAbroad({ text, dated_on, language: language ?? '' }, lexicon);
  if (!readsAsEnglish(language)) return;
  const sentences: Counted[] = [];
  for (const sentence of sentencesOf(text, language)) {
    const counted = { sentence, figures: figuresOf(text, sentence) };
    sentences.push(counted);
    yield [...reckoned(text, counted), ...conversionFindings(text, sentence), ...dateFindings(text, counted, dated_on)];
  }
  yield repeatedFindings(text, sentences);
  yield headlineFindings(text, sentences);
  yield [...weekdayFindings(text), ...peopleFindings(text), ...rateFindings(text)];
  yield spellingFindings(text);
}

/** What numbers of one sentence say of each other; most sentences have none. */
function reckoned(text: string, { sentence, figures }: Counted): Finding[] {
  const skeleton = skeletonOf(text, sentence, figures);
  if (skeleton.figures.length < 2) return [];
  return [...sumFindings(skeleton), ...shareFindings(skeleton), ...changeFindings(skeleton)];
}

function firstOf({ places }: Finding): Range {
  return places[0] ?? { start: 0, end: 0 };
}
