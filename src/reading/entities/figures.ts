// Figures: a number as printed, what bends it, what it counts, and the numbers a machine can compare. Pure.
import { itemAt } from '#src/item-at.ts';
import { lexiconOf } from '../lexicons/lexicons.ts';
import { partedTokens } from '../lexicons/parted-tokens.ts';
import { overlaps, type Range } from '../text/range.ts';
import { type Token, tokensOf } from '../text/tokens.ts';
import { unitAfter } from '../text/units.ts';
import { type Amount, amountsAt, mayCount } from './amounts.ts';
import type { Figure } from './figure.ts';
import { figuresAbroad } from './figures-abroad.ts';
import { COMPARISONS, type Comparator, MAGNITUDES, UNITS } from './number-words.ts';
import { type Rate, rateAfter } from './rates.ts';
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
      const rate = amount.unit === undefined && !amount.counts_nothing ? rateAfter(readable, amount.to) : null;
      figures.push(figureFrom(text, readable, amount, rate));
      reach = Math.max(reach, rate?.reach ?? 0);
    }
    at = Math.max(at, reach - 1);
  }
  const counted = times.flatMap((time) => timeFigure(text, time, figures));
  return counted.length === 0 ? figures : [...figures, ...counted].sort((a, b) => a.start - b.start);
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

/** What a time counts that no number in it says: "5.30pm", "year-long", "over the past year". */
function timeFigure(text: string, time: Time, figures: readonly Figure[]): Figure[] {
  if (time.kind === 'clock') return clockFigure(text, time);
  if (time.kind === 'date' || figures.some((figure) => overlaps(figure, time))) return [];
  const printed = text.slice(time.start, time.end);
  const long = /^(?:an? |one )?(\p{L}+)-long$/iu.exec(printed)?.[1];
  const past = /^(?:over|in|during|for|within) the (?:past|last|next|coming) (\p{L}+)$/iu.exec(printed)?.[1];
  const unit = long ?? past;
  if (unit === undefined) return [];
  const { start, end } = time;
  return [{ start, end, value: printed, low: 1, high: 1, comparator: long ? '=' : '~', unit: unit.toLowerCase() }];
}

/** "5.30pm", "1730 GMT" as hours of the day: 17.5. */
function clockFigure(text: string, clock: Range): Figure[] {
  const { start, end } = clock;
  const value = text.slice(start, end);
  const parts = /(\d{1,2})(?:[:.]?(\d{2}))?(?: ?([ap])\.?m)?/i.exec(value);
  if (!parts) return [];
  const half = parts[3]?.toLowerCase();
  const hour = (Number(parts[1]) % (half ? 12 : 24)) + (half === 'p' ? 12 : 0) + Number(parts[2] ?? 0) / 60;
  return [{ start, end, value, low: hour, high: hour, comparator: '=', unit: "o'clock" }];
}

function figureFrom(text: string, tokens: Token[], amount: Amount, rate: Rate | null): Figure {
  const before = comparisonBefore(tokens, amount.from);
  const behind = comparisonBehind(tokens, amount);
  const first = itemAt(tokens, amount.from - (before?.words ?? 0));
  const to = amount.to + (behind?.words ?? 0);
  const value = text.slice(itemAt(tokens, amount.from).start, itemAt(tokens, amount.to - 1).end);
  const comparator = before?.comparator ?? behind?.comparator ?? amount.comparator ?? '=';
  const counted = amount.counts_nothing ? null : unitOf(tokens, amount, to);
  const unit = rate === null ? counted : [counted, rate.words].filter((words) => words !== null).join(' ');
  return {
    start: first.start,
    end: itemAt(tokens, Math.max(to, rate?.reach ?? 0) - 1).end,
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
  const span = tokens[from + 1]?.key ?? '';
  const isSpan = /^(?:second|minute|hour|day|week|month|year|decade|century)$/.test(span);
  return isSpan && /^(?:an?|the)$/.test(tokens[from]?.key ?? '') ? span : null;
}

function bounds(amount: Amount, comparator: Comparator): { low: number | null; high: number | null } {
  if (comparator === '>' || comparator === '≥') return { low: amount.low, high: null };
  if (comparator === '<' || comparator === '≤') return { low: null, high: amount.high ?? amount.low };
  return { low: amount.low, high: amount.high };
}

/** By their last word, so that most numbers are compared with none; of one word the longest is tried first. */
const COMPARING_WORDS = Map.groupBy(
  COMPARISONS.map(([phrase, comparator]) => ({ words: phrase.split(' '), comparator })).sort(
    (a, b) => b.words.length - a.words.length,
  ),
  ({ words }) => itemAt(words, -1),
);

type Bend = { comparator: Comparator; words: number };

function comparisonBefore(tokens: Token[], at: number): Bend | null {
  const found = COMPARING_WORDS.get(tokens[at - 1]?.key ?? '')?.find(({ words }) =>
    words.every((word, index) => tokens[at - words.length + index]?.key === word),
  );
  if (!found || (found.words.length === 1 && isOtherWord(tokens, at - 1))) return null;
  return { comparator: found.comparator, words: found.words.length };
}

/** Behind these "over two years" is more than two; behind a thing or what was done to it, it is how long that took. */
const LASTING =
  /^(?:for|of|in|after|at|with|by|to|from|since|than|and|or|but|that|is|was|are|were|be|been|being|has|have|had|having|a|an|the|just|well|not|only|already|now|these|another|some|aged|lasts?|lasted|lasting|takes?|took|taken|taking|spends?|spent|spending|waits?|waited|waiting|lived?|lives|serve[ds]?|serving|stayed|kept|held|jailed|worked|requires?|needs?|continued|endured|dragged|spans|spanned|dating|dates|goes|went|ran|runs)$/;
const SPAN = /^(?:second|minute|hour|day|night|week|fortnight|month|season|year|decade|centur(?:y|ie))s?$/;
const TALK = /^(?:debate|question|story|stories|book|film|talks?|argument|song|row|dispute|movie|play|case|joke)$/;

/** "Collected over three years" took three; "the debate is about 25 or 50" is no guess. */
function isOtherWord(tokens: Token[], at: number): boolean {
  const [before, word] = [tokens[at - 1], tokens[at]?.key];
  if (word === 'about') return TALK.test((/^(?:is|was)$/.test(before?.key ?? '') ? tokens[at - 2] : before)?.key ?? '');
  if (word !== 'over' || before === undefined || before.kind === 'mark' || LASTING.test(before.key)) return false;
  return [1, 2, 3, 4].some(
    (step) => SPAN.test(tokens[at + step]?.key ?? '') && isNumberBetween(tokens, at + 1, at + step),
  );
}

/** Nothing but one number stands there. */
function isNumberBetween(tokens: Token[], from: number, to: number): boolean {
  return tokens
    .slice(from, to)
    .every(
      ({ kind, key }) => kind === 'number' || UNITS.has(key) || MAGNITUDES.has(key) || /^(?:an?|and|half|-)$/.test(key),
    );
}

/** "40+", "40-plus", "5,000-odd", "100 or so", "30 or more". */
function comparisonBehind(tokens: Token[], { to: at, unit }: Amount): Bend | null {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (first?.key === '+' && first.start === tokens[at - 1]?.end) return { comparator: '≥', words: 1 };
  if (first?.key === 'plus')
    return unit === undefined && countsOn(tokens, at + 1) ? { comparator: '≥', words: 1 } : null;
  const joined = /^[-–]$/.test(first?.text ?? '') && first?.end === second?.start ? second?.key : undefined;
  if (joined === 'plus') return { comparator: '≥', words: 2 };
  if (joined === 'odd' || joined === 'ish') return { comparator: '~', words: 2 };
  if (first?.key !== 'or') return null;
  if (/^(?:so|thereabouts)$/.test(second?.key ?? '')) return { comparator: '~', words: 2 };
  if (/^(?:more|greater|higher|above|over)$/.test(second?.key ?? '')) return { comparator: '≥', words: 2 };
  return /^(?:less|fewer|lower|under|below)$/.test(second?.key ?? '') ? { comparator: '≤', words: 2 } : null;
}

/** "40 plus members" are 40 or more; "£500 plus interest", "20 plus postage" and "30 plus fees" are a sum of two things. */
function countsOn(tokens: Token[], at: number): boolean {
  const unit = unitAfter(tokens, at);
  return unit !== null && !/(?:^| )(?:fees|costs|expenses|charges|taxes|extras|bonuses|benefits|tips)$/i.test(unit);
}
