// The figure in an answer: "more than 100", "20–30", "none"; null where it is no number. Pure.
import { COMPARATORS } from '#src/claims/figures/figure-line.ts';
import type { FigureTable } from '#src/claims/tables.ts';
import { needed } from '#src/item-at.ts';
import { lazily } from '#src/lazily.ts';
import { valueOfDigits } from '#src/reading/entities/digits.ts';
import { type Figure, figuresOf } from '#src/reading/entities/figures.ts';
import { readsDecimalComma } from '#src/reading/text/languages.ts';
import { foldUnit } from './units.ts';

export type AccountFigure = Pick<FigureTable, 'comparator' | 'low' | 'high' | 'unit'>;

const SIGNED =
  /^(>=|<=|[=~≈>≥<≤])?\s*([-−]?\d[\d.,\u00a0\u202f ]{0,30})(?:\s*(?:–|—|to|or|-)\s*([-−]?\d[\d.,\u00a0\u202f ]{0,30}))?(\+)?\s*(%|per ?cent|[$€£¥₹](?: per \p{L}[^\d]*| each)?|\p{L}[^\d]*)?$/iu;
const NONE =
  /^(?:(?:none|nobody|no one|nil|zero)(?: of (?:them|these|those)| at all)?|(?:no|zero|not a single|not one) ((?!more |fewer |less )(?:\p{L}[\p{L}-]* ){0,2}(?:\p{L}{2,}s|people|men|women|children|police|dead|wounded)))[.!]?$/iu;
const NOT_KNOWN =
  /^(?:no (?:comment|answer|reply|figures?|numbers?|count|details?|information|word)|not? (?:known|given|said|available|yet)|unknown)\b/iu;
const LARGEST = 1e15;

/**
 * The figure that the words give, in English or in the language of the article. Where they give several, the first that counts `unit`, else the first. Null for "unknown",
 * "declined to say" and every answer that is no number, and for numbers that no scale holds.
 */
export function readValue(value: string, unit: string | null = null, language?: string): AccountFigure | null {
  const words = value
    .trim()
    .replace(/^["“”„«']+|["“”»']+$/gu, '')
    .trim();
  const figure = NOT_KNOWN.test(words)
    ? null
    : (signed(words, language) ?? none(words) ?? inWords(words, unit, language));
  return figure !== null && isDrawable(figure) ? figure : null;
}

const plain = lazily(() => new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 9 }));

/** The figure as readValue reads it back: "> 100 fighters"; '' where there is none. */
export function figureTyped(figure: {
  comparator: AccountFigure['comparator'] | null;
  low: number | null;
  high: number | null;
  unit: string | null;
}): string {
  const { comparator, low, high, unit } = figure;
  if (comparator === null || (low === null && high === null)) return '';
  const bounds =
    low !== null && high !== null && low !== high
      ? `${plain().format(low)}–${plain().format(high)}`
      : plain().format(needed(low ?? high, 'number'));
  return `${comparator === '=' ? '' : `${comparator} `}${bounds}${unit ? ` ${unit}` : ''}`;
}

/** "> 100 militants", "20–30", "-5 degrees", "100+". */
function signed(words: string, language: string | undefined): AccountFigure | null {
  const parts = SIGNED.exec(words);
  if (parts === null) return null;
  const [, sign, first = '', second, plus, rest] = parts;
  const [from, to] = [numberIn(first, language), second === undefined ? null : numberIn(second, language)];
  // "3 million", "5 of 9": words that change the number are read as words.
  if (from === null || (second !== undefined && to === null) || (rest && !isUnit(rest))) return null;
  const comparator = plus ? '≥' : (COMPARATORS[sign ?? '='] ?? '=');
  const unit = rest ? (/^per ?cent$/i.test(rest.trim()) ? '%' : rest.trim()) : null;
  if (to !== null) return { comparator, low: Math.min(from, to), high: Math.max(from, to), unit };
  return { comparator, ...bounds(comparator, from), unit };
}

function isUnit(rest: string): boolean {
  // As figureTyped writes money: "74 $ per barrel".
  if (/^[$€£¥₹]/.test(rest)) return true;
  const [figure] = figuresOf(`7 ${rest}`, { start: 0, end: rest.length + 2 });
  const bare = figure?.value === '7' || (figure?.unit === '%' && figure.low === 7);
  return bare && figure.comparator === '=' && figure.unit !== null && !/\bor\b|\band\b|\bof\b/i.test(rest);
}

function bounds(comparator: AccountFigure['comparator'], number: number): { low: number | null; high: number | null } {
  if (comparator === '>' || comparator === '≥') return { low: number, high: null };
  if (comparator === '<' || comparator === '≤') return { low: null, high: number };
  return { low: number, high: number };
}

/** A point is the decimal sign, commas and spaces part thousands, where the language does not have it the other way round. */
function numberIn(text: string, language: string | undefined): number | null {
  if (readsDecimalComma(language) && /[.,]/.test(text)) return signedValue(text.trim().replace('−', '-'), language);
  const plain = text
    .replace(/[,\s\u00a0\u202f]/g, '')
    .replace('−', '-')
    .replace(/\.$/, '');
  return /^-?\d{1,16}(\.\d{1,9})?$/.test(plain) ? Number(plain) : null;
}

function signedValue(text: string, language: string | undefined): number | null {
  const value = valueOfDigits(text.replace(/^-/, ''), language);
  return value === null || !text.startsWith('-') ? value : -value;
}

function none(words: string): AccountFigure | null {
  const parts = NONE.exec(words);
  return parts === null ? null : { comparator: '=', low: 0, high: 0, unit: parts[1]?.trim() ?? null };
}

function inWords(words: string, unit: string | null, language: string | undefined): AccountFigure | null {
  const minus = /^(?:\p{L}+ ){1,3}[-−](?=\d)/u.exec(words)?.[0];
  if (minus !== undefined) return negated(inWords(`${minus.slice(0, -1)}${words.slice(minus.length)}`, unit, language));
  if (/^one$/i.test(words)) return { comparator: '=', low: 1, high: 1, unit: null };
  const read = (text: string) => figuresIn(text, language);
  const figures = read(words);
  // A share alone ("a third") is read as one only before "of".
  const found = figures.length > 0 ? figures : read(`${words} of`);
  const wanted = foldUnit(unit);
  const at = Math.max(
    0,
    found.findIndex((figure) => wanted !== '' && foldUnit(figure.unit) === wanted),
  );
  const figure = found[at];
  if (figure === undefined || (at === 0 && isBeside(words, figure))) return null;
  const next = found[at + 1];
  const { low, high } = figure;
  // "at least 5 and at most 9" is one interval.
  if (low !== null && high === null && next?.low === null && next.high !== null && next.high >= low)
    return { comparator: '=', low, high: next.high, unit: figure.unit ?? next.unit };
  return bentBy(words, figure);
}

/** By whichever reading takes in more of the words: a desk writes English of an article in Spanish. */
function figuresIn(text: string, language: string | undefined): Figure[] {
  const read = (by?: string) => figuresOf(text, { start: 0, end: text.length }, by).filter(isKnown);
  const size = (figures: Figure[]) =>
    figures.reduce((sum, { start, end, unit }) => sum + end - start + (unit?.length ?? 0), 0);
  const [english, own] = [read(), read(language)];
  return size(own) >= size(english) ? own : english;
}

/** A number far into an answer in words ("the alliance, from 15.10 on") is not the answer. */
function isBeside(words: string, figure: Figure): boolean {
  const before = words.slice(0, figure.start).trim();
  return /[,;:.!?]/.test(before) || before.split(/\s+/).length > 4;
}

/** What the words before a figure do to it that its own reading does not know: "about 12:40". */
function bentBy(words: string, figure: Figure): AccountFigure {
  const { comparator, low, high } = figure;
  const unit = figure.unit === 'of' ? null : figure.unit;
  if (unit === "o'clock" && /\b(?:about|around|roughly|circa) \d/i.test(words))
    return { comparator: '~', low, high, unit };
  return { comparator, low, high, unit };
}

/** "at most −5" is read as "at most 5" and put on the other side of nothing, where it still means at most. */
function negated(figure: AccountFigure | null): AccountFigure | null {
  if (figure === null) return null;
  const { comparator, low, high, unit } = figure;
  const below = (bound: number | null) => (bound === null ? null : -bound);
  const is_single = low === null || high === null;
  return { comparator, low: below(is_single ? low : high), high: below(is_single ? high : low), unit };
}

function isKnown(figure: Figure): boolean {
  return figure.low !== null || figure.high !== null;
}

function isDrawable({ low, high }: AccountFigure): boolean {
  return [low, high].every((bound) => bound === null || (Number.isFinite(bound) && Math.abs(bound) <= LARGEST));
}
