// What does not agree in an article: with itself, and each claim with the passages it rests on. Pure.
import { figuresOf } from '../entities/figures.ts';
import { sentencesOf } from '../sentences/sentences.ts';
import { readsAsEnglish } from '../text/languages.ts';
import { byPlace, type Range } from '../text/range.ts';
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

/** A claim's words, and the passages of sources for it as they were noted or stand in the saved copy. */
export type HeldClaim = Range & { passages: readonly string[] };

export type Ground = { text: string; dated_on: string | null; language?: string; claims: readonly HeldClaim[] };

/**
 * The findings in the order of their places: the same for the same ground. What says the same in other words is none.
 * Texts of other languages than English are only held against their passages.
 */
export function findingsIn({ text, dated_on, language, claims }: Ground): Finding[] {
  const held = claims.flatMap((claim, number) =>
    claim.passages.flatMap((passage, at) => againstPassage(text, claim, passage, { claim: number, passage: at })),
  );
  const itself = readsAsEnglish(language) ? withItself(text, dated_on, language) : [];
  return [...held, ...itself].sort((one, other) => byPlace(firstOf(one), firstOf(other)));
}

function withItself(text: string, dated_on: string | null, language: string | undefined): Finding[] {
  const sentences = sentencesOf(text, language).map((sentence) => ({ sentence, figures: figuresOf(text, sentence) }));
  return [
    ...sentences.flatMap((one) => [
      ...reckoned(text, one),
      ...conversionFindings(text, one.sentence),
      ...dateFindings(text, one, dated_on),
    ]),
    ...repeatedFindings(text, sentences),
    ...headlineFindings(text, sentences),
    ...weekdayFindings(text),
    ...peopleFindings(text),
    ...spellingFindings(text),
  ];
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
