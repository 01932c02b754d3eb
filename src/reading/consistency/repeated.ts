// One quantity with two values: "17 houses", and then "all 19 houses". Pure.
import type { Figure } from '../entities/figures.ts';
import { countedWords } from '../entities/rates.ts';
import type { Range } from '../text/range.ts';
import { type Finding, within } from './finding.ts';
import { otherUnit } from './units.ts';

/** So far back in the article the first value is looked for, in letters. */
const REACH = 1500;
/** What so many things are that a number of them is seldom the same number again. */
const LOOSE =
  /^(?:people|persons?|men|women|children|others|members|times|points|years|months|weeks|days|hours|minutes|officials|states|countries|cases|votes|pages|dollars|euros|pounds|miles|metres|meters|kilometres|kilometers|feet|tonnes|tons)$/;

/** A sentence with its figures. */
export type Counted = { sentence: Range; figures: readonly Figure[] };

/** What is counted again with "all" or "the", by another number than each that stood before. */
export function repeatedFindings(text: string, sentences: readonly Counted[]): Finding[] {
  const earlier: Figure[] = [];
  const findings: Finding[] = [];
  for (const sentence of sentences) {
    const figures = sentence.figures
      .map((one) => withHyphen(text, one))
      .filter((one) => one.low !== null && one.unit !== 'share' && one.unit !== '%');
    for (const figure of figures) {
      const finding = isTakenUp(text, figure)
        ? (against(figure, earlier) ?? otherUnit(text, figure, earlier))
        : bareAll(text, figure, earlier);
      if (finding) findings.push(finding);
    }
    earlier.push(...figures.filter(({ unit }) => unit !== null));
  }
  return findings;
}

const MEASURE =
  /^(?:second|minute|hour|day|night|week|month|year|decade|century|metre|meter|mile|kilo\p{L}+|foot|inch|yard|acre|hectare|pound|tonne|ton|percent|degree|km|times)$/u;

/** "The 60-bed clinic" counts beds. */
function withHyphen(text: string, figure: Figure): Figure {
  const noun = /^-(\p{Ll}{3,})(?!-old|\p{L})/u.exec(text.slice(figure.end, figure.end + 24))?.[1];
  if (figure.unit !== null && (figure.unit !== noun || MEASURE.test(noun))) return figure;
  return noun === undefined ? figure : { ...figure, unit: noun.endsWith('s') ? noun : `${noun}s` };
}

const TAKEN_UP = /(?:^|\s)(?:all|all (?:of )?the|all of|those|these|both|its|their|his|her|the(?: same)?) $/i;
/** Behind "the 14 people": nothing that says which. */
const NO_WHICH =
  /^(?:[.,;!?]|$| (?:had|have|has|were|was|are|is|will|would|could|may|must|did|do|said|say|denied|deny|left|came|went|who|remain|remained)\b)/;

/** Behind what is not counted so often: nothing that narrows it. */
const NARROWED =
  /^ (?:of|in|from|on|at|who|that|which|with|under|for|to|by|near|around|whose|where|it|he|she|they|we|aboard|killed|left|more|other|new|\p{L}+ed|\p{L}+ing)\b/u;

/** "all 17 houses", "the 17 houses were", "its 80 beds". */
function isTakenUp(text: string, figure: Figure): boolean {
  if (figure.unit === null) return false;
  const isExact = figure.comparator === '=' && figure.low === figure.high && Number.isInteger(figure.low);
  const before = TAKEN_UP.exec(text.slice(Math.max(0, figure.start - 14), figure.start));
  if (!isExact || !before || (figure.low ?? 0) < 2) return false;
  const behind = text.slice(figure.end, figure.end + 60);
  if (/^-/.test(behind)) return true;
  if (LOOSE.test(headOf(figure.unit)) && /its|their|his|her/i.test(before[0])) return false;
  const unit = figure.unit ?? '';
  const rest = behind.trimStart().startsWith(unit) ? behind.trimStart().slice(unit.length) : behind;
  return (
    /\ball\b|those|these/i.test(before[0]) || (LOOSE.test(headOf(unit)) ? NO_WHICH.test(rest) : !NARROWED.test(rest))
  );
}

function against(figure: Figure, earlier: readonly Figure[]): Finding | null {
  const isLoose = LOOSE.test(headOf(figure.unit));
  const same = earlier.filter(
    ({ unit, start }) => headOf(unit) === headOf(figure.unit) && figure.start - start < (isLoose ? REACH / 4 : REACH),
  );
  const first = same.at(-1);
  if (!first || (isLoose && same.length > 1)) return null;
  if (same.some(({ low, high, comparator }) => comparator !== '=' || low !== high || low === figure.low)) return null;
  const sum = same.reduce((total, { low }) => total + (low ?? 0), 0);
  // One of something says little of how many there are; and some may have been left out, or counted with others.
  if (sum === figure.low || first.low === 1 || isFarFrom(figure.low ?? 0, first.low ?? 0)) return null;
  return saidBefore('number', figure, first);
}

/** "All 35 were taken to hospital", behind the sentence that counts them. */
function bareAll(text: string, figure: Figure, earlier: readonly Figure[]): Finding | null {
  const last = earlier.at(-1);
  const isAll = /(?:^|[.!?”"]\s+)All $/.test(text.slice(Math.max(0, figure.start - 8), figure.start));
  const isBare = /^ (?:were|was|are|have|had|survived|died|escaped|denied)\b/.test(
    text.slice(figure.end, figure.end + 12),
  );
  if (figure.unit !== null || figure.low !== figure.high || !isAll || !isBare || !last) return null;
  const between = text.slice(last.end, figure.start);
  if (between.length > 160 || (between.match(/[.!?]\s/g) ?? []).length !== 1 || last.comparator !== '=') return null;
  if (last.low === figure.low || last.low !== last.high || isFarFrom(figure.low ?? 0, last.low ?? 0)) return null;
  return saidBefore('number', { ...figure, unit: last.unit }, last);
}

/** More than twice as many are hardly the same. */
export function isFarFrom(one: number, other: number): boolean {
  return Math.max(one, other) > 2 * Math.min(one, other);
}

function saidBefore(kind: 'number' | 'unit', figure: Figure, first: Figure): Finding {
  const places = [figure, first].map(({ start, end }) => ({ start, end }));
  // Of a figure its value alone has another number; in another unit it is left to people.
  const instead = kind === 'number' && figure.end - figure.start === figure.value.length ? first.value : null;
  return within(kind, places, `${figure.value} ${figure.unit} here, ${first.value} ${first.unit} before.`, instead);
}

export function headOf(unit: string | null): string {
  return (
    countedWords(unit ?? '')
      .toLowerCase()
      .split(' ')
      .at(-1) ?? ''
  );
}
