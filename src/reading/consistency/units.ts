// One number in two units, currencies or periods: "2,000 euros a month", and then "a year". Pure.
import type { Figure } from '../entities/figures.ts';
import { countedWords } from '../entities/rates.ts';
import { type Finding, within } from './finding.ts';

/** So far back in the article the first unit is looked for, in letters. */
const REACH = 1500;
const LENGTHS = /^(?:kilomet(?:re|er)s?|miles?|met(?:re|er)s?|feet|centimet(?:re|er)s?|yards?)$/;
const WEIGHTS = /^(?:kilograms?|kilos?|tonnes?|tons?|grams?|ounces?)$/;
const CURRENCIES = /^(?:[$€£¥]|dollars?|euros?|francs?|yen|rubles?|roubles?|rupees?|crowns?|pesos?)$/;
/** Smaller amounts are the same by chance. */
const LEAST = 50;

/** "The 25-kilometre pool", 25 metres long before; "the 300 euros", a fine of 300 dollars before. */
export function otherUnit(text: string, figure: Figure, earlier: readonly Figure[]): Finding | null {
  const unit = nameOf(figure.unit);
  const kind = [LENGTHS, WEIGHTS, CURRENCIES].find((one) => one.test(unit));
  if (!kind || (kind === CURRENCIES ? (figure.low ?? 0) < LEAST : text[figure.end] !== '-')) return null;
  const near = earlier.filter((one) => figure.start - one.start < REACH && kind.test(nameOf(one.unit)));
  const first = near.find(({ low }) => low === figure.low);
  if (!first || near.some((one) => nameOf(one.unit) === unit)) return null;
  const places = [figure, first].map(({ start, end }) => ({ start, end }));
  return within('unit', places, `${figure.value} ${figure.unit} here, ${first.value} ${first.unit} before.`);
}

const SIGNS: Record<string, string> = { $: 'dollar', '€': 'euro', '£': 'pound', '¥': 'yen' };

function nameOf(unit: string | null): string {
  const name =
    countedWords(unit ?? '')
      .toLowerCase()
      .split(' ')
      .at(-1) ?? '';
  return SIGNS[name] ?? name.replace(/s$/, '');
}

const RATE =
  /([$€£]?\d[\d,.]{0,30}\d(?: million| billion)?(?: \p{Ll}+)?) (?:an?|per|each|every) (hour|day|week|month|year)\b/gu;

/** "2,000 euros a month" here, and the same "a year" there. */
export function rateFindings(text: string): Finding[] {
  const known = new Map<string, { period: string; place: { start: number; end: number } }>();
  return [...text.matchAll(RATE)].flatMap((found) => {
    const [printed, amount = '', period = ''] = found;
    if (amount.replace(/\D/g, '').length < 3) return [];
    const place = { start: found.index, end: found.index + printed.length };
    const before = known.get(amount);
    if (!before) known.set(amount, { period, place });
    if (!before || before.period === period) return [];
    return [within('unit', [place, before.place], `${amount} a ${period} here, a ${before.period} before.`)];
  });
}
