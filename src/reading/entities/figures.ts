// Figures: a number as printed, what bends it, what it counts, and the numbers a machine can compare. Pure.
import { itemAt } from '#src/item-at.ts';
import { lexiconOf } from '../lexicons/lexicons.ts';
import { partedTokens } from '../lexicons/parted-tokens.ts';
import { overlaps, type Range } from '../text/range.ts';
import { type Token, tokensOf } from '../text/tokens.ts';
import { unitAfter } from '../text/units.ts';
import { type Amount, amountsAt, mayCount } from './amounts.ts';
import { withBorrowedUnits } from './borrowed-units.ts';
import { comparisonBefore, comparisonBehind } from './comparisons.ts';
import type { Figure } from './figure.ts';
import { figuresAbroad } from './figures-abroad.ts';
import type { Comparator } from './number-words.ts';
import { type Rate, rateAfter } from './rates.ts';
import { timeFigure } from './time-figures.ts';
import { type Time, timesOf } from './times.ts';

export type { Figure } from './figure.ts';

/** The figures of a range in order. Dates and years are no figures, spans of time are. */
export function figuresOf(text: string, range: Range, language?: string): Figure[] {
  return figuresAmong(text, tokensOf(text, range), timesOf(text, range, language), language);
}

/** The figures among tokens that are read already, with the times that stand between them. */
export function figuresAmong(text: string, tokens: Token[], times: readonly Time[], language?: string): Figure[] {
  const lexicon = lexiconOf(language);
  if (lexicon) return figuresAbroad(text, readableAmong(partedTokens(tokens), times), { lexicon, language });
  const figures: Figure[] = [];
  const readable = readableAmong(tokens, times);
  for (let at = 0; at < readable.length; at += 1) {
    const amounts = mayCount(itemAt(readable, at)) ? amountsAt(readable, at, language) : [];
    let reach = amounts.at(-1)?.to ?? 0;
    for (const amount of amounts) {
      const rate = mayBeRate(amount) ? rateAfter(readable, amount.to) : null;
      figures.push(figureFrom(text, readable, amount, rate));
      reach = Math.max(reach, rate?.reach ?? 0);
    }
    at = Math.max(at, reach - 1);
  }
  const known = withBorrowedUnits(readable, figures);
  const counted = times.flatMap((time) => timeFigure(text, time, known));
  return counted.length === 0 ? known : [...known, ...counted].sort((a, b) => a.start - b.start);
}

/** Percents and shares stay what they are, whatever they are counted against. */
function mayBeRate({ unit, counts_nothing }: Amount): boolean {
  return !counts_nothing && unit !== '%' && unit !== 'share';
}

/** Nothing in a date or in the sign of a note counts anything: a mark stands for each of its words. */
function readableAmong(tokens: Token[], times: readonly Time[]): Token[] {
  const dates = times.filter((time) => time.kind === 'date' || time.kind === 'clock');
  let past = 0;
  return tokens.map((token, at) => {
    while (past < dates.length && itemAt(dates, past).end <= token.start) past += 1;
    const date = dates[past];
    const isOut = (date && overlaps(date, token)) || (token.kind === 'number' && isNoteSign(tokens, at));
    return isOut ? { ...token, kind: 'mark' as const, key: '', text: '' } : token;
  });
}

/** "[1]" behind a word or a stop leads to a note. */
export function isNoteSign(tokens: readonly Token[], at: number): boolean {
  const [before, opening, token, closing] = [tokens[at - 2], tokens[at - 1], tokens[at], tokens[at + 1]];
  if (opening?.text !== '[' || closing?.text !== ']' || !token || !/^\d{1,3}$/.test(token.text)) return false;
  return before !== undefined && opening.start - before.end <= 1;
}

function figureFrom(text: string, tokens: Token[], amount: Amount, rate: Rate | null): Figure {
  const before = comparisonBefore(tokens, amount.from);
  const behind = comparisonBehind(tokens, amount);
  const first = itemAt(tokens, amount.from - (before?.words ?? 0));
  const to = amount.to + (behind?.words ?? 0);
  const ends = amount.end ?? itemAt(tokens, amount.to - 1).end;
  const value = text.slice(itemAt(tokens, amount.from).start, ends);
  const comparator = before?.comparator ?? behind?.comparator ?? amount.comparator ?? '=';
  const counted = amount.counts_nothing ? null : unitOf(tokens, amount, to);
  const unit =
    rate === null || (counted === null && rate.words === 'each')
      ? counted
      : [counted, rate.words].filter((words) => words !== null).join(' ');
  return {
    start: first.start,
    end: amount.end ?? itemAt(tokens, Math.max(to, rate?.reach ?? 0) - 1).end,
    value,
    ...bounds(amount, comparator),
    comparator,
    unit,
  };
}

function unitOf(tokens: Token[], amount: Amount, to: number): string | null {
  return (amount.unit === 'share' && partOfSpan(tokens, to)) || (amount.unit ?? unitAfter(tokens, to, amount));
}

/** "half a century", "a quarter of an hour": so much of a span of time, and no share of anything. */
function partOfSpan(tokens: Token[], at: number): string | null {
  const from = tokens[at]?.key === 'of' ? at + 1 : at;
  const [span, next] = [tokens[from + 1]?.key ?? '', tokens[from + 2]?.key ?? ''];
  if (!/^(?:an?|the)$/.test(tokens[from]?.key ?? '')) return null;
  if (/^(?:second|minute|hour|day|week|month|year|decade|century)$/.test(span)) return span;
  if (tokens[from]?.key === 'the') return null;
  if (span === 'percentage' && next === 'point') return 'percentage point';
  const isMeasure =
    /^(?:point|mile|kilometre|kilometer|metre|meter|inch|foot|degree|tonne|ton|acre|hectare|litre|liter|pint|gallon|kilo|kilogram|kilogramme|gram|stone|yard|pound|ounce|cent|penny|dollar|euro)$/;
  return isMeasure.test(span) ? span : null;
}

function bounds(amount: Amount, comparator: Comparator): { low: number | null; high: number | null } {
  if (comparator === '>' || comparator === '≥') return { low: amount.low, high: null };
  if (comparator === '<' || comparator === '≤') return { low: null, high: amount.high ?? amount.low };
  return { low: amount.low, high: amount.high };
}
