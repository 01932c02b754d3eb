// Figures: a number as printed, what bends it, what it counts, and the numbers a machine can compare.
import { itemAt } from '#src/item-at.ts';
import { overlaps, type Range } from '../text/range.ts';
import { type Token, tokensOf } from '../text/tokens.ts';
import { unitAfter } from '../text/units.ts';
import { type Amount, amountAt, mayCount } from './amounts.ts';
import { COMPARISONS, type Comparator } from './number-words.ts';
import { type Time, timesOf } from './times.ts';

/** `value` is as printed; `low` and `high` are null where the words give none ("hundreds" has no high). */
export type Figure = Range & {
  value: string;
  low: number | null;
  high: number | null;
  comparator: Comparator;
  unit: string | null;
};

/** The figures of a range in order. Dates and years are no figures, spans of time are. */
export function figuresOf(text: string, range: Range): Figure[] {
  return figuresAmong(text, tokensOf(text, range), timesOf(text, range));
}

/** The figures among tokens that are read already, with the times that stand between them. */
export function figuresAmong(text: string, tokens: Token[], times: readonly Time[]): Figure[] {
  const dates = times.filter((time) => time.kind === 'date' || time.kind === 'clock');
  const figures: Figure[] = [];
  let [at, past] = [0, 0];
  while (at < tokens.length) {
    const token = itemAt(tokens, at);
    while (past < dates.length && itemAt(dates, past).end <= token.start) past += 1;
    const time = dates[past];
    if (time?.kind === 'clock' && token.kind === 'number' && time.start <= token.start)
      figures.push(...clockFigure(text, time));
    const isDate = !mayCount(token) || (time !== undefined && overlaps(time, token));
    const amount = isDate ? null : amountAt(tokens, at);
    if (amount) figures.push(figureFrom(text, tokens, amount));
    at = amount ? amount.to : at + 1;
  }
  return figures;
}

/** "5.30pm" as hours of the day: 17.5. */
function clockFigure(text: string, clock: Range): Figure[] {
  const { start, end } = clock;
  const value = text.slice(start, end);
  const parts = /(\d{1,2})(?:[:.](\d{2}))? ?([ap])?/i.exec(value);
  if (!parts) return [];
  const half = parts[3]?.toLowerCase();
  const hour = (Number(parts[1]) % (half ? 12 : 24)) + (half === 'p' ? 12 : 0) + Number(parts[2] ?? 0) / 60;
  return [{ start, end, value, low: hour, high: hour, comparator: '=', unit: "o'clock" }];
}

function figureFrom(text: string, tokens: Token[], amount: Amount): Figure {
  const bend = comparisonBefore(tokens, amount.from);
  const first = itemAt(tokens, amount.from - (bend?.words ?? 0));
  const last = itemAt(tokens, amount.to - 1);
  const value = text.slice(itemAt(tokens, amount.from).start, last.end);
  const comparator = bend?.comparator ?? amount.comparator ?? '=';
  const unit =
    (amount.unit === 'share' && partOfSpan(tokens, amount.to)) || (amount.unit ?? unitAfter(tokens, amount.to));
  return { start: first.start, end: last.end, value, ...bounds(amount, comparator), comparator, unit };
}

/** "half a century", "a quarter of an hour": so much of a span of time, and no share of anything. */
function partOfSpan(tokens: Token[], at: number): string | null {
  const from = tokens[at]?.key === 'of' ? at + 1 : at;
  const span = tokens[from + 1]?.key ?? '';
  const isSpan = /^(?:minute|hour|day|week|month|year|decade|century)$/.test(span);
  return isSpan && /^(?:an?|the)$/.test(tokens[from]?.key ?? '') ? span : null;
}

function bounds(amount: Amount, comparator: Comparator): { low: number | null; high: number | null } {
  if (comparator === '>' || comparator === '≥') return { low: amount.low, high: null };
  if (comparator === '<' || comparator === '≤') return { low: null, high: amount.high ?? amount.low };
  return { low: amount.low, high: amount.high };
}

/** By their last word, so that most numbers are compared with none; of one word the longest is tried first. */
const COMPARING_WORDS = Map.groupBy(
  COMPARISONS.map(([phrase, comparator]) => ({ words: phrase.split(' '), comparator })),
  ({ words }) => itemAt(words, -1),
);

function comparisonBefore(tokens: Token[], at: number): { comparator: Comparator; words: number } | null {
  for (const { words, comparator } of COMPARING_WORDS.get(tokens[at - 1]?.key ?? '') ?? []) {
    if (words.every((word, index) => tokens[at - words.length + index]?.key === word)) {
      return { comparator, words: words.length };
    }
  }
  return null;
}
