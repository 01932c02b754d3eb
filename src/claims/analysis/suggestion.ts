// What the program suggests to mark, and which of it still stands beside what people did. Pure.
import type { PartRole } from '#src/articles/tables.ts';
import type { KeySort } from '#src/people/profiles/profile.ts';
import type { Attribution } from '#src/reading/attribution/attributed.ts';
import type { Candidate } from '#src/reading/check-worthiness/candidate.ts';
import { candidatesOf } from '#src/reading/check-worthiness/candidates.ts';
import { type ClaimReading, speakersOf } from '#src/reading/check-worthiness/claim-reading.ts';
import type { Sentence } from '#src/reading/sentences/sentences.ts';
import { contains, mergedRanges, type Range, rangeAt, rangesTouching } from '#src/reading/text/range.ts';
import { keySortsOf } from '../key-rule.ts';

/** Words that the program would mark, with everything that it would fill in. `score` from 0 to 1, `reasons` strongest first. */
export interface Suggestion extends Range {
  score: number;
  reasons: string[];
  reading: ClaimReading;
  /** The sorts of key claim it would be; which of them count is said by the article's profile. */
  key_sorts: KeySort[];
  /** The number of the sentence it stands in. */
  sentence: number;
}

/** The line above which suggestions are shown, until a person moves it. */
export const USUAL_LINE = 0.3;

export interface SuggestionGround {
  text: string;
  parts: readonly (Range & { role: PartRole })[];
  sentences: readonly (Sentence & { number: number })[];
}

/**
 * All suggestions of a version in the order of the text, the longer of two that begin together first. Where somebody is
 * quoted, what they said is suggested and not the sentence around it. The same text gives the same suggestions, always. A text
 * in a language without a table of words is suggested by its numbers, quotations and names alone. `onHeard` as in candidatesOf.
 */
export function suggestionsOf(
  ground: SuggestionGround,
  language?: string,
  onHeard?: (attributions: readonly Attribution[]) => void,
): Suggestion[] {
  const bySentence = new Map<number, Candidate[]>();
  let at = -1;
  for (const candidate of candidatesOf(ground.text, ground.sentences, language, onHeard)) {
    if (candidate.is_sentence) at += 1;
    bySentence.set(at, [...(bySentence.get(at) ?? []), candidate]);
  }
  return ground.sentences.flatMap((sentence, index) => {
    const role = rangeAt(ground.parts, sentence.start)?.role ?? 'body';
    return worthSuggesting(bySentence.get(index) ?? []).map((candidate) =>
      suggestionFrom(candidate, { text: ground.text, role, sentence, language }),
    );
  });
}

/** What lies on the text already, by ranges of the same version. */
export interface Settled {
  /** Where claims stand that are not dropped. */
  claims: readonly Range[];
  ticks: readonly Range[];
  /** The sentences with initials, in their order: nothing to check. */
  initialled: readonly Range[];
  /** Candidates that a person took or dismissed. */
  decided: readonly Range[];
}

/** The suggestions that nothing has settled: no claim touches them, no tick or initials cover them, nobody decided. */
export function standingSuggestions<One extends Range>(suggestions: readonly One[], settled: Settled): One[] {
  const decided = new Set(settled.decided.map(placeOf));
  const claims = mergedRanges(settled.claims);
  const covers = (range: Range) => (one: Range) => contains(one, range);
  return suggestions.filter(
    (suggestion) =>
      rangesTouching(claims, suggestion).length === 0 &&
      !decided.has(placeOf(suggestion)) &&
      !rangesTouching(settled.initialled, suggestion).some(covers(suggestion)) &&
      !settled.ticks.some(covers(suggestion)),
  );
}

/** Those that can be taken together: from the line up, and of those that lie on one another the first. */
export function takenTogether<One extends Range & { score: number }>(standing: readonly One[], line: number): One[] {
  const taken: One[] = [];
  let end = 0;
  for (const suggestion of standing) {
    if (suggestion.score < line || suggestion.start < end) continue;
    taken.push(suggestion);
    end = suggestion.end;
  }
  return taken;
}

/** The place of a range as a word, good for comparing and for addresses within a page. */
export function placeOf({ start, end }: Range): string {
  return `${start}-${end}`;
}

/** The sentence or its parts: what is said by somebody stands for its sentence, and a part within another part says it twice. */
function worthSuggesting(candidates: Candidate[]): Candidate[] {
  const parts = candidates.filter((one) => !one.is_sentence && !isMereAct(one));
  const outermost = parts.filter((part) => !parts.some((other) => other !== part && contains(other, part)));
  const isSaid = (one: Candidate) => one.attribution !== null && outermost.some((part) => part.attribution !== null);
  return candidates.filter(
    (one) => one.reasons.length > 0 && (one.is_sentence ? !isSaid(one) : outermost.includes(one)),
  );
}

/** "Plans to …", "rejected the offer": the article tells it in its own voice, and only a number makes it worth a mark apart. */
function isMereAct({ attribution, figures }: Candidate): boolean {
  return attribution?.is_act === true && figures.length === 0;
}

function suggestionFrom(
  candidate: Candidate,
  at: { text: string; role: PartRole; sentence: Range & { number: number }; language: string | undefined },
): Suggestion {
  const { start, end, score, reasons, kind, attribution, figures } = candidate;
  const words = at.text.slice(start, end);
  const speakers = speakersOf(attribution?.is_act ? null : attribution);
  const reading = { statement: words.replace(/\s+/g, ' '), kind, attribution: speakers, figures };
  const sentence_words = at.text.slice(at.sentence.start, at.sentence.end);
  const key_sorts = keySortsOf({ words, sentence_words, role: at.role, figures, language: at.language });
  return { start, end, score, reasons, reading, key_sorts, sentence: at.sentence.number };
}
