// One measure in two units that do not fit: "10 kilometres (16 miles)". Pure.
import { valueOfDigits } from '../entities/digits.ts';
import type { Range } from '../text/range.ts';
import { type Finding, within } from './finding.ts';

/** What it measures, and how much of the first of its kind one is. */
const UNITS: [words: string, kind: string, size: number][] = [
  ['kilomet(?:re|er)s?|km', 'length', 1000],
  ['miles?|mi', 'length', 1609.34],
  ['centimet(?:re|er)s?|cm', 'length', 0.01],
  ['millimet(?:re|er)s?|mm', 'length', 0.001],
  ['met(?:re|er)s?|m', 'length', 1],
  ['feet|foot|ft', 'length', 0.3048],
  ['inch(?:es)?|in', 'length', 0.0254],
  ['yards?|yd', 'length', 0.9144],
  ['kilograms?|kilos?|kg', 'weight', 1],
  ['grams?|g', 'weight', 0.001],
  ['tonnes?|metric tons?', 'weight', 1000],
  ['pounds?|lbs?', 'weight', 0.45359],
  ['ounces?|oz', 'weight', 0.02835],
  ['hectares?|ha', 'area', 10_000],
  ['acres?', 'area', 4046.86],
  ['square kilomet(?:re|er)s?|sq km|km²', 'area', 1e6],
  ['square miles?|sq mi', 'area', 2.59e6],
  ['square met(?:re|er)s?|m²', 'area', 1],
  ['square feet|sq ft', 'area', 0.0929],
  ['lit(?:re|er)s?', 'volume', 1],
  ['kilomet(?:re|er)s per hour|km/h|kph', 'speed', 1],
  ['miles per hour|mph', 'speed', 1.60934],
];
const NAMES = [...UNITS].sort(([one], [other]) => other.length - one.length).map(([words]) => words);
/** No measure has more digits; without a bound, a line of digits would be gone through from each of them. */
const NUMBER = String.raw`(\d[\d,.]{0,30}\d|\d)`;
const SCALE = '( million| billion)?';
const UNIT = `(${NAMES.join('|')})`;
const DEGREES = `(?:°|degrees?)? ?(c(?:elsius|entigrade)?|f(?:ahrenheit)?)\\b`;
const JOINT = String.raw`(?: ?\(|,? or | ?/ ?| [-–—] )(?:about |some |nearly |roughly |around |or )?`;
const BOTH = new RegExp(
  `${NUMBER}${SCALE}[ -]?${UNIT}(?![\\p{L}])(?:[ -](?:long|high|deep|wide|tall|away))?${JOINT}${NUMBER}${SCALE}[ -]?${UNIT}(?![\\p{L}])`,
  'giu',
);
const HEAT = new RegExp(`(-?\\d+(?:\\.\\d+)?) ?${DEGREES}${JOINT}(-?\\d+(?:\\.\\d+)?) ?${DEGREES}`, 'giu');

/** The findings of one sentence. */
export function conversionFindings(text: string, sentence: Range): Finding[] {
  const words = text.slice(sentence.start, sentence.end);
  if (!/\d/.test(words)) return [];
  const place = (found: RegExpExecArray) => ({
    start: sentence.start + found.index,
    end: sentence.start + found.index + found[0].length,
  });
  return [
    ...[...words.matchAll(BOTH)].flatMap((found) => measured(found, place(found))),
    ...[...words.matchAll(HEAT)].flatMap((found) => heated(found, place(found))),
  ];
}

function measured(found: RegExpExecArray, place: Range): Finding[] {
  const [, one = '', scale = '', unit = '', other = '', other_scale = '', other_unit = ''] = found;
  const [from, to] = [unitNamed(unit), unitNamed(other_unit)];
  if (!from || !to || from[1] !== to[1] || from === to) return [];
  const [has, said] = [amountOf(one, scale), amountOf(other, other_scale)];
  const is = (has * from[2]) / to[2];
  // Either may have been rounded to as few digits as it has.
  const room = Math.max(is * 0.06, roundness(other, said), (roundness(one, has) * from[2]) / to[2]);
  if (!(is > 0) || Math.abs(is - said) <= room) return [];
  return [
    within('unit', [place], `${one}${scale} ${unit} are ${nearly(is)} ${other_unit}, not ${other}${other_scale}.`),
  ];
}

function heated(found: RegExpExecArray, place: Range): Finding[] {
  const [, one = '', scale = '', other = '', other_scale = ''] = found;
  const [from, to] = [scale[0]?.toLowerCase(), other_scale[0]?.toLowerCase()];
  if (!from || !to || from === to) return [];
  const is = from === 'c' ? Number(one) * 1.8 + 32 : (Number(one) - 32) / 1.8;
  if (Math.abs(is - Number(other)) <= 1.5) return [];
  return [
    within(
      'unit',
      [place],
      `${one} degrees ${from.toUpperCase()} are ${Math.round(is)} degrees ${to.toUpperCase()}, not ${other}.`,
    ),
  ];
}

function unitNamed(name: string): (typeof UNITS)[number] | undefined {
  return UNITS.find(([words]) => new RegExp(`^(?:${words})$`, 'i').test(name));
}

function amountOf(digits: string, scale: string): number {
  return (valueOfDigits(digits) ?? Number.NaN) * (/m/.test(scale) ? 1e6 : /b/.test(scale) ? 1e9 : 1);
}

/** Half of its last digit that is not nought: 500 may be 450 to 550. */
function roundness(digits: string, value: number): number {
  if (/[.,]\d{1,2}$/.test(digits)) return 0.06;
  const noughts = /0*$/.exec(digits.replace(/\D/g, ''))?.[0].length ?? 0;
  return Math.min(0.5 * 10 ** noughts, value * 0.25) + 1e-9;
}

function nearly(value: number): string {
  return String(value >= 100 ? Math.round(value) : Math.round(value * 10) / 10);
}
