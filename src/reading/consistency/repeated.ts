// One quantity with two values: "17 houses", and then "all 19 houses". Pure.
import { type Figure, figuresOf } from '../entities/figures.ts';
import type { Range } from '../text/range.ts';
import { type Finding, within } from './finding.ts';

/** So far back in the article the first value is looked for, in letters. */
const REACH = 1500;

/** What is counted again with "all" or "the", by another number than each that stood before. */
export function repeatedFindings(text: string, sentences: readonly Range[]): Finding[] {
  const earlier: Figure[] = [];
  const findings: Finding[] = [];
  for (const sentence of sentences) {
    const figures = figuresOf(text, sentence).filter(
      (one) => one.low !== null && one.unit !== null && one.unit !== 'share' && one.unit !== '%',
    );
    for (const figure of figures) {
      const finding = isTakenUp(text, figure) ? against(figure, earlier) : null;
      if (finding) findings.push(finding);
    }
    earlier.push(...figures);
  }
  return findings;
}

/** "all 17 houses", "the 17 houses", "all of the 17 houses". */
function isTakenUp(text: string, figure: Figure): boolean {
  const isExact = figure.comparator === '=' && figure.low === figure.high && Number.isInteger(figure.low);
  const before = text.slice(Math.max(0, figure.start - 14), figure.start);
  return isExact && /(?:^|\s)(?:all|all (?:of )?the|all of|those|these) $/i.test(before);
}

function against(figure: Figure, earlier: readonly Figure[]): Finding | null {
  const same = earlier.filter(
    ({ unit, start }) => headOf(unit) === headOf(figure.unit) && figure.start - start < REACH,
  );
  const first = same.at(-1);
  if (!first || same.some(({ low, high, comparator }) => comparator !== '=' || low !== high || low === figure.low))
    return null;
  const sum = same.reduce((total, { low }) => total + (low ?? 0), 0);
  if (sum === figure.low) return null;
  const places = [figure, first].map(({ start, end }) => ({ start, end }));
  return within('number', places, `${figure.value} ${figure.unit} here, ${first.value} ${first.unit} before.`);
}

function headOf(unit: string | null): string {
  return unit?.toLowerCase().split(' ').at(-1) ?? '';
}
