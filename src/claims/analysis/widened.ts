// Words selected round a suggestion are read as it is: with its speaker and its kind. Pure.
import type { ClaimKind } from '#src/reading/check-worthiness/claim-kind.ts';
import type { ClaimReading } from '#src/reading/check-worthiness/claim-reading.ts';
import { contains, type Range } from '#src/reading/text/range.ts';
import { placeOf, type Suggestion } from './suggestion.ts';

/** A suggestion in a selection more than so many times its length was not what was meant. */
const MOST_TIMES = 3;

/** The kinds that are read where nothing tells more. */
const PLAIN: readonly ClaimKind[] = ['event', 'other'];

/**
 * What is filled in for words that hold a suggestion: its kind where the wider words tell none, and its speaker where nobody was read for the wider words and
 * all suggestions in them have the same one. Figures and statement are those of the wider words.
 */
export function widenedReading(reading: ClaimReading, range: Range, suggestions: readonly Suggestion[]): ClaimReading {
  const length = range.end - range.start;
  const within = suggestions.filter(
    (one) => contains(range, one) && placeOf(one) !== placeOf(range) && (one.end - one.start) * MOST_TIMES >= length,
  );
  const longest = within.toSorted((a, b) => b.end - b.start - (a.end - a.start))[0];
  if (longest === undefined) return reading;
  const chains = new Set(within.map((one) => one.reading.attribution.map(({ name }) => name).join('|')));
  const attribution =
    reading.attribution.length === 0 && chains.size === 1 ? longest.reading.attribution : reading.attribution;
  const kind = PLAIN.includes(reading.kind) ? longest.reading.kind : reading.kind;
  return { ...reading, kind, attribution };
}
