// A headline's number that the text has nowhere: "two dozen" above, 25 below. Pure.
import { itemAt } from '#src/item-at.ts';
import { type Figure, figuresOf } from '../entities/figures.ts';
import type { Range } from '../text/range.ts';
import { type Finding, within } from './finding.ts';
import { type Counted, headOf } from './repeated.ts';

const LONGEST = 140;
/** What happened to those who are counted, by the words for it. */
const FATES: [fate: string, words: RegExp][] = [
  ['dead', /\b(?:dead|die[sd]?|killed|kills?|killing|deaths?|slain|perish(?:ed)?|lives)\b/i],
  ['hurt', /\b(?:hurt|injured|injur(?:es|ing)|wounded|wounds|injuries)\b/i],
  ['held', /\b(?:arrested|arrests?|detained|detains?|held|jailed|sentenced)\b/i],
  ['missing', /\b(?:missing)\b/i],
];

type Counting = Figure & { low: number; high: number; counts: string[] };

/** The findings about the first line of an article, where it is a headline. */
export function headlineFindings(text: string, sentences: readonly Counted[]): Finding[] {
  const end = text.indexOf('\n');
  const first = text.slice(0, Math.max(end, 0));
  if (end < 0 || end > LONGEST || /[.:;]\s*$/.test(first) || first.trim() === '') return [];
  const above = figuresOf(text, { start: 0, end }).flatMap((one) => counted(text, one, { start: 0, end }));
  if (above.length === 0) return [];
  const below = sentences
    .filter(({ sentence }) => sentence.start > end)
    .flatMap(({ sentence, figures }) => figures.flatMap((one) => counted(text, one, sentence)));
  return above.flatMap((one) => nowhere(one, below));
}

/** What it counts: by its noun, and by what became of them; nothing where it is a share, money or a measure. */
function counted(text: string, figure: Figure, sentence: Range): Counting[] {
  const { low, high, unit, value } = figure;
  if (low === null && high === null) return [];
  if (/[$€£%]/.test(value) || unit === '%' || unit === 'share' || unit === "o'clock") return [];
  const near = text.slice(figure.end, Math.min(sentence.end, figure.end + 40)).split(/[,;.]|\d/)[0] ?? '';
  const before =
    text
      .slice(Math.max(sentence.start, figure.start - 24), figure.start)
      .split(/[,;.]|\d/)
      .at(-1) ?? '';
  const fates = FATES.filter(([, words]) => words.test(near) || words.test(before)).map(([fate]) => fate);
  const noun = headOf(unit);
  const counts = [...fates, ...(noun.length > 2 && fates.length === 0 ? [noun] : [])];
  return counts.length === 0 ? [] : [{ ...figure, low: low ?? 0, high: high ?? Number.POSITIVE_INFINITY, counts }];
}

function nowhere(above: Counting, below: readonly Counting[]): Finding[] {
  if (above.comparator !== '=' || above.low !== above.high || above.low < 2) return [];
  const same = below.filter(({ counts }) => counts.some((one) => above.counts.includes(one)));
  const [first] = same;
  if (!first || above.counts.length > 1 || same.some((one) => one.low <= above.low && above.low <= one.high)) return [];
  if (same.length > 3 || isSumOf(above.low, same) || !same.some(({ low }) => isNear(low, above.low))) return [];
  const places = [above, itemAt(same, 0)].map(({ start, end }) => ({ start, end }));
  return [
    within(
      'number',
      places,
      `The headline has ${above.value}, the text ${first.value}.`,
      first.comparator === '=' ? first.value : null,
    ),
  ];
}

/** Half as many or twice as many were hardly meant. */
function isNear(one: number, other: number): boolean {
  return Math.max(one, other) < 2 * Math.min(one, other);
}

/** "24 dead" above, "14 civilians and 10 police officers" below. */
function isSumOf(whole: number, parts: readonly Counting[]): boolean {
  return (
    parts.some((one, at) => parts.slice(at + 1).some((other) => one.low + other.low === whole)) ||
    parts.reduce((sum, { low }) => sum + low, 0) === whole
  );
}
