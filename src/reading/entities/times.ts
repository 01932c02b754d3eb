// Statements of time in a text: dates, clock times, relative times and spans.
import type { Range } from '../text/range.ts';
import { UNITS } from './number-words.ts';
import { countsThings } from './year-or-count.ts';

/** A statement of time as printed; time-resolution.ts says which days it means. */
export type Time = Range & { kind: 'date' | 'relative' | 'clock' | 'duration' };

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.|Apr\\.?|Jun\\.|Jul\\.|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)';
const DAY_NAME = '(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)';
const YEAR = '(?:1[5-9]\\d\\d|20\\d\\d)';
const UNIT = [...UNITS.keys()].join('|');
const NUMBER_WORDS = `(?:(?:${UNIT})(?:[- ](?:${UNIT}))?(?: (?:hundred|thousand))?|an? (?:dozen|hundred|thousand))`;
const COUNT = `(?:\\d+(?:\\.\\d+)?|${NUMBER_WORDS}|an?|several|a few|couple of|many|few|half an?|a quarter of an?)`;
const SPAN = '(?:second|minute|hour|day|night|week|weekend|fortnight|month|quarter(?! of)|year|decade|century)';
const SPANS = '(?:seconds|minutes|hours|days|nights|weeks|weekends|months|quarters|years|decades|centuries)';
const SEASON = '(?:spring|summer|autumn|fall|winter)';
/** Counted like years, but "the next generation" is people. */
const GENERATION = `(?:(?:an?|one) generation(?! of)|(?:${UNIT}|several|many) generations(?! of))`;
const BEND = '(?:(?:more|less) than |at least |nearly |almost |about |around |over |some |early |late |mid-|just )?';

const ZONE = '(?:GMT|UTC|BST|[ECMP][SD]?T|CES?T|IST|AEST|Eastern|Central|Pacific)';
const CLOCK = `(?:\\d{1,2}(?:[:.]\\d{2})? ?(?:[ap]\\.m\\.|[ap]m\\b)(?: ${ZONE}\\b)?|\\d{1,2}:\\d{2}(?: ${ZONE}\\b)?|(?:midday|noon|midnight|dawn|dusk)\\b)`;
const NTH = '(?:st|nd|rd|th)?';
const MONTH_DAY = `${MONTH} \\d{1,2}${NTH}(?:,? ${YEAR})?`;
const DAY_MONTH = `\\d{1,2}${NTH}(?: of)? ${MONTH}(?:,? ${YEAR})?`;
const NUMERIC = '(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}/\\d{2,4}|\\d{1,2}\\.\\d{1,2}\\.\\d{4})';
const DAY_OF_MONTH = `(?:(?:${DAY_NAME},? )?(?:${MONTH_DAY}|${DAY_MONTH})|${NUMERIC})`;
const PART_OF_DAY = '(?:morning|afternoon|evening|night)';
const NEAR_DAY = `(?:(?:the )?day (?:before yesterday|after tomorrow)|yesterday|today|tonight|tomorrow)(?: ${PART_OF_DAY})?`;
const WEEKDAY = `(?:last |next |this |early |late )?${DAY_NAME}(?: ${PART_OF_DAY})?`;
const ANY_DAY = `(?:${DAY_OF_MONTH}|${NEAR_DAY}|${WEEKDAY})`;
const TO = ' ?(?:[-–—]|to|until|till|through) ?';

const FORMS: readonly (readonly [Time['kind'], string])[] = [
  // A clock and the day beside it are one time.
  ['date', `${BEND}${CLOCK},? (?:on )?${ANY_DAY}`],
  ['date', `(?:on )?${ANY_DAY},? (?:at |around |about |shortly (?:before|after) )${CLOCK}`],
  // From one day to another.
  ['date', `(?:from )?${MONTH} \\d{1,2}${NTH}${TO}(?:${MONTH} )?\\d{1,2}${NTH}(?:,? ${YEAR})?`],
  ['date', `(?:from )?\\d{1,2}${NTH}(?: ${MONTH}(?:,? ${YEAR})?)?${TO}\\d{1,2}${NTH} ${MONTH}(?:,? ${YEAR})?`],
  [
    'date',
    `between (?:${MONTH} \\d{1,2}${NTH} and (?:${MONTH} )?\\d{1,2}${NTH}|\\d{1,2}${NTH}(?: ${MONTH})? and \\d{1,2}${NTH} ${MONTH})(?:,? ${YEAR})?`,
  ],
  [
    'date',
    `(?:${DAY_NAME},? )?(?:(?:early |late |mid-)?${MONTH_DAY}|${DAY_MONTH}|(?:early |late |mid-)?${MONTH},?(?: of)? ${YEAR})`,
  ],
  ['date', NUMERIC],
  ['clock', `${BEND}${CLOCK}`],
  [
    'relative',
    `${BEND}${COUNT} (?:more )?(?:${SPANS}|${SPAN})(?: or (?:so|more))? (?:ago|later|earlier|before|after|from now)`,
  ],
  ['relative', `${BEND}${GENERATION} (?:ago|later|earlier)`],
  [
    'relative',
    `(?:(?:over|in|during|for|within) )?the (?:past|last|next|coming|previous|following) (?:${COUNT} )?(?:${SPANS}|${SPAN})`,
  ],
  [
    'relative',
    `(?:last|next|this|that|past|earlier this|later this|late last|early last|early this) (?:${SPAN}|${SEASON}|${DAY_NAME}|${MONTH}|morning|afternoon|evening)`,
  ],
  ['relative', NEAR_DAY],
  ['relative', `(?:on )?${WEEKDAY}(?!,? (?:${MONTH} \\d|\\d{1,2}${NTH} ${MONTH}))`],
  ['duration', `(?:early |nearly |almost )?(?:${COUNT}[- ])?(?:${SPAN})-long`],
  ['duration', `${COUNT}-(?:${SPAN})(?!-old)`],
  [
    'duration',
    `(?:for )?${BEND}${COUNT} (?:consecutive |straight |full )?(?:${SPANS}|(?<=an? |one )(?!quarter)${SPAN})`,
  ],
  ['duration', `(?:for )?${BEND}${GENERATION}`],
  ['date', `(?:the )?(?:early |late |mid-)?${YEAR}(?:s|[–/-](?:${YEAR}|\\d{2}))?(?!,?\\d|\\.\\d)`],
  ['date', `(?:the )?(?:early |late |mid-)?(?:\\d{1,2}th|19th|twentieth|twenty-first) century`],
  ['date', `(?:early |late |mid-)?(?:January|February|April|June|July|August|September|October|November|December)`],
  ['date', `(?<=\\b(?:in|since|by|until|last|this|of|late|early|from) )(?:March|May|${SEASON})`],
];

const ANY = new RegExp(FORMS.map(([, form]) => `(${form})(?![\\p{L}\\p{N}])`).join('|'), 'iuy');
const WORD = /(?<![$£€.,])[\p{L}\p{N}]+/gu;

/** The words a statement of time can begin with; a number can, too. Trying the others would only cost time. */
const OPENERS = new Set([
  ...UNITS.keys(),
  ...(
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september ' +
    'october november december jan feb mar apr jun jul aug sep sept oct nov dec early late mid more less at nearly almost ' +
    'about around over some just between from a an several couple many few half for in during within the last next this that past ' +
    'earlier later on yesterday today tonight tomorrow midday noon midnight dawn dusk second minute hour day night week ' +
    'weekend fortnight month quarter year decade century spring summer autumn fall winter nineteenth twentieth twenty'
  ).split(' '),
]);

/** Openers that are no time by themselves: what stands behind them says whether one begins there. */
const HOLLOW = new Set(
  (
    'early late mid more less at nearly almost about around over some just between from a an several couple many few half for in ' +
    'during within the last next this that past earlier later on'
  ).split(' '),
);
/** All words of the forms, and those that a letter of their spelling is optional of: one of them is the second of a time. */
const OF_FORMS = new Set([...(ANY.source.match(/[a-z]+/gi) ?? []), 'a', 'an', 'sep'].map((word) => word.toLowerCase()));
const NEXT_WORD = / (\p{L}+)/uy;

/** Whether a time may begin with this word: a quick look, since hardly any word is one, and the forms are many. */
function mayOpen(piece: string, { word, at }: { word: string; at: number }): boolean {
  const first = word.charCodeAt(0);
  if (first >= 48 && first <= 57) return true;
  const key = word.toLowerCase();
  if (!OPENERS.has(key)) return false;
  // "In the harbour": the most common words of all.
  if (!HOLLOW.has(key)) return true;
  NEXT_WORD.lastIndex = at + word.length;
  const next = NEXT_WORD.exec(piece)?.[1];
  return next === undefined || OF_FORMS.has(next.toLowerCase());
}

/** Every statement of time in the range, in order, none overlapping another. */
export function timesOf(text: string, range: Range, _language?: string): Time[] {
  const times: Time[] = [];
  const piece = text.slice(range.start, range.end);
  WORD.lastIndex = 0;
  for (let word = WORD.exec(piece); word; word = WORD.exec(piece)) {
    if (!mayOpen(piece, { word: word[0], at: word.index })) continue;
    ANY.lastIndex = word.index;
    const found = ANY.exec(piece);
    if (!found || /^(?:may|march|mar|fall|spring|second|quarter)$/.test(found[0])) continue;
    if (/^\d{4}$/.test(found[0]) && countsThings(piece, found.index)) continue;
    const form = FORMS.findIndex((_, index) => found[index + 1] !== undefined);
    const start = range.start + found.index;
    times.push({ start, end: start + found[0].length, kind: (FORMS[form] as readonly [Time['kind'], string])[0] });
    WORD.lastIndex = found.index + found[0].length;
  }
  return times;
}
