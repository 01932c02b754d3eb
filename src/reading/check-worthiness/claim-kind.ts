// What kind of claim a range of words makes, for a person who marks it with nothing else.
import { itemAt } from '#src/item-at.ts';
import { type Figure, figuresAmong } from '../entities/figures.ts';
import { type Name, namesOf } from '../entities/names.ts';
import { UNITS } from '../entities/number-words.ts';
import { quotationsIn } from '../entities/quotations.ts';
import { timesOf } from '../entities/times.ts';
import type { Lexicon } from '../lexicons/lexicon.ts';
import { lexiconOf } from '../lexicons/lexicons.ts';
import { contains, intersectionOf, type Range } from '../text/range.ts';
import { isSuperlative } from '../text/superlatives.ts';
import { type Token, tokensOf } from '../text/tokens.ts';
import { vocabularyOf } from '../text/vocabulary.ts';

export type ClaimKind =
  | 'number'
  | 'quotation'
  | 'event'
  | 'name'
  | 'date'
  | 'place'
  | 'comparison'
  | 'implication'
  | 'image'
  | 'other';

const COMPARING =
  /^(?:more|less|fewer|than|most|least|worse|worst|better|best|unprecedented|record|unlike|only|biggest|largest)$/;
const IMPLYING =
  /^(?:doubt|appeared|appears|seemed|seems|apparently|suggesting|suggests|implies|implying|raising|questions|despite|allegedly|reportedly)$/;

/** The kind of a range by what is in it, with the figures there. `image` is never guessed: captions say it. */
export function kindAndFigures(text: string, range: Range, language?: string): { kind: ClaimKind; figures: Figure[] } {
  const tokens = tokensOf(text, range);
  const times = timesOf(text, range, language);
  const figures = figuresAmong(text, tokens, times, language);
  const quotations = quotationsIn(text, range, language);
  const standing = { lexicon: lexiconOf(language), tokens, times, figures, quotations };
  const names = mayBeName(tokens) ? namesOf(tokens, vocabularyOf(text), language) : [];
  return { kind: kindAmong({ ...standing, names }, range), figures };
}

/** So many words at most are a name, whatever names stand in them. */
const MOST_OF_A_NAME = 6;

function mayBeName(tokens: readonly Token[]): boolean {
  return tokens.filter((token) => token.kind !== 'mark').length <= MOST_OF_A_NAME;
}

/** What stands in a range, read already. */
export type Standing = {
  /** The table of its language; null for English. */
  lexicon?: Lexicon | null;
  tokens: readonly Token[];
  times: readonly Range[];
  figures: readonly Range[];
  quotations: readonly Range[];
  names: readonly Name[];
};

/** The kind alone, for words that are read already; what stands beside the range is left out. */
export function kindAmong(standing: Standing, range: Range): ClaimKind {
  const within = <T extends Range>(ranges: readonly T[]) => rangesWithin(ranges, range);
  const words = within(standing.tokens).filter((token) => token.kind !== 'mark');
  const quoted = standing.quotations.reduce((letters, each) => letters + sizeOf(intersectionOf(each, range)), 0);
  if (quoted * 2 > sizeOf(range)) return 'quotation';
  if (within(standing.times).some((time) => sizeOf(time) > sizeOf(range) * 0.8)) return 'date';
  const name = standing.names.find((each) => sizeOf(intersectionOf(each, range)) > sizeOf(range) * 0.6);
  if (name && words.length <= MOST_OF_A_NAME) return name.is_place ? 'place' : 'name';
  const figures = within(standing.figures);
  // "At least nine people" bends a number and compares nothing.
  const others = outside(words, figures);
  if (standing.lexicon ? comparesAbroad(others, standing.lexicon) : comparesIn(others)) return 'comparison';
  if (figures.length > 0) return 'number';
  if (words.some((token) => IMPLYING.test(token.key))) return 'implication';
  return words.length > 2 ? 'event' : 'other';
}

/** Those of some ranges, which stand in order, that stand whole in another. */
function rangesWithin<T extends Range>(ranges: readonly T[], whole: Range): T[] {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (itemAt(ranges, middle).start < whole.start) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let at = low; at < ranges.length && itemAt(ranges, at).start < whole.end; at += 1)
    if (contains(whole, itemAt(ranges, at))) found.push(itemAt(ranges, at));
  return found;
}

/** The words that stand in none of the figures; both in order. */
function outside(words: readonly Token[], figures: readonly Range[]): Token[] {
  let at = 0;
  return words.filter((word) => {
    while (at < figures.length && itemAt(figures, at).end <= word.start) at += 1;
    const figure = figures[at];
    return figure === undefined || !contains(figure, word);
  });
}

function sizeOf(range: Range): number {
  return range.end - range.start;
}

function comparesAbroad(words: readonly Token[], { worth }: Lexicon): boolean {
  return worth.superlatives.test(words.map(({ key }) => key).join(' '));
}

/** A superlative or a "more … than" that bends no number. */
export function comparesIn(tokens: readonly Token[]): boolean {
  return (
    tokens.some((token, at) => {
      const next = tokens[at + 1];
      if (isSuperlative(token) && token.key !== 'most' && token.key !== 'least') return true;
      if (!COMPARING.test(token.key) || token.key === 'only') return false;
      const bendsNumber = [tokens[at + 1], tokens[at + 2], tokens[at - 1]].some((each) => each?.kind === 'number');
      return (
        !bendsNumber &&
        !(token.key === 'record' && next?.kind !== 'word') &&
        !/^(?:more|less|fewer|than)$/.test(token.key)
      );
    }) || /\b(?:more|less|fewer|[a-z]+er) (?:[a-z]+ )?than [a-z]/.test(spelled(tokens))
  );
}

function spelled(tokens: readonly Token[]): string {
  return tokens.map((token) => (token.kind === 'number' || UNITS.has(token.key) ? '0' : token.key)).join(' ');
}
