// A figure as a person types it on one line: "> 100 militants", "20–30 fighters", "at least 24". Pure.
import { RuleBroken } from '#src/errors.ts';
import { itemAt } from '#src/item-at.ts';
import { type Figure, figuresOf } from '#src/reading/entities/figures.ts';
import type { FigureTable } from '../tables.ts';

export type FigureTyped = Pick<FigureTable, 'value' | 'comparator' | 'low' | 'high' | 'unit'>;

/** The comparator that each sign stands for, as people type it. */
export const COMPARATORS: Record<string, FigureTable['comparator']> = {
  '=': '=',
  '~': '~',
  '≈': '~',
  '>': '>',
  '≥': '≥',
  '>=': '≥',
  '<': '<',
  '≤': '≤',
  '<=': '≤',
};

const LINE =
  /^(>=|<=|[=~≈>≥<≤])?\s*([-−]?[\d.,\s]*\d)(?:\s*(?:[–-]|to)\s*([-−]?[\d.,\s]*\d))?(?:\s*([%°$€£¥]\S*(?:\s+(?:per|an?|each)\b.*)?)|\s+(\S.*))?$/u;

/**
 * The figures of these lines, one a line; empty lines are nothing. A point is the decimal sign, commas and spaces part
 * thousands. RuleBroken (field `figures`) names the line that is no figure.
 */
export function figuresTyped(lines: string, language?: string): FigureTyped[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => figureTyped(line, language));
}

function figureTyped(line: string, language: string | undefined): FigureTyped {
  const parts = LINE.exec(line);
  const [low, high] = [numberOf(parts?.[2]), numberOf(parts?.[3])];
  if (parts === null || low === null || (parts[3] !== undefined && high === null)) return figureInWords(line, language);
  const comparator = COMPARATORS[parts[1] ?? '='] ?? '=';
  const value = parts[3] === undefined ? itemAt(parts, 2).trim() : `${parts[2]?.trim()}–${parts[3].trim()}`;
  const unit = (parts[4] ?? parts[5])?.trim() ?? null;
  if (high !== null) return { value, comparator, low: Math.min(low, high), high: Math.max(low, high), unit };
  return { value, comparator, ...boundsOf(comparator, low), unit };
}

/** "minus 12 degrees", "at least two thirds", "mindestens 24 Menschen": what a text would say, in English or its own language. */
function figureInWords(line: string, language: string | undefined): FigureTyped {
  const figure = onlyFigure(line) ?? onlyFigure(line, language);
  if (figure === null)
    throw new RuleBroken(
      `“${line}” is not a figure. Write it as > 100 militants, 20–30 fighters or = 24 people.`,
      'figures',
    );
  const { value, comparator, low, high } = figure;
  const rest = line.slice(figure.end).trim();
  return { value, comparator, low, high, unit: figure.unit ?? (rest === '' ? null : rest) };
}

/** The figure that a line is, with no more than what it counts behind it. */
function onlyFigure(line: string, language?: string): Figure | null {
  const [figure, ...others] = figuresOf(line, { start: 0, end: line.length }, language);
  const isAll = figure?.start === 0 && others.length === 0 && isKnown(figure);
  return isAll && /^(?:$|[\p{L}%°])/u.test(line.slice(figure.end).trim()) ? figure : null;
}

function isKnown({ low, high }: Figure): boolean {
  return low !== null || high !== null;
}

/** "More than" has no upper end and "fewer than" no lower one. */
function boundsOf(comparator: FigureTable['comparator'], number: number): { low: number | null; high: number | null } {
  if (comparator === '>' || comparator === '≥') return { low: number, high: null };
  if (comparator === '<' || comparator === '≤') return { low: null, high: number };
  return { low: number, high: number };
}

function numberOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const plain = text.replace(/[,\s]/g, '').replace('−', '-');
  return /^-?\d{1,15}(\.\d{1,17})?$/.test(plain) ? Number(plain) : null;
}
