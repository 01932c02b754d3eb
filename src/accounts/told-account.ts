// What a passage of a source, or the answer of somebody who was asked, gives as an account. Pure.
import { figuresOf } from '#src/reading/entities/figures.ts';
import { typedAsOf } from './as-of.ts';
import { printedIn } from './claim-account.ts';
import { foldUnit } from './units.ts';

/** Words that are noted already, with who said them, when, and where they stand. */
export interface Told {
  party_name: string;
  party_role: string;
  words: string;
  /** A moment (ISO 8601, UTC), or '' where none is noted. */
  at: string;
  /** "source 12", or ''. */
  from: string;
}

const VALUE_LENGTH = 300;

/** The fields of an account's form, filled in: the figure as it is printed, of the unit that is asked for where it has one. */
export function valuesOfTold(
  { party_name, party_role, words, at, from }: Told,
  { unit, language, time_zone }: { unit: string | null; language: string; time_zone: string },
): Record<string, string> {
  const figures = figuresOf(words, { start: 0, end: words.length }, language);
  const figure = figures.find((one) => foldUnit(one.unit) === foldUnit(unit)) ?? figures[0];
  const value = figure === undefined ? words : printedIn(words, figure, language);
  return {
    party_name,
    party_role,
    value: value.replace(/\s+/g, ' ').trim().slice(0, VALUE_LENGTH).toWellFormed(),
    as_of: typedAsOf(at, time_zone),
    quote: words,
    from,
  };
}
