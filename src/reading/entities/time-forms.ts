// The forms in which a time is said in English, and which of them begins at a word. Pure.
import { WEEKDAY_FORMS } from './days.ts';
import { UNITS } from './number-words.ts';

export type TimeKind = 'date' | 'relative' | 'clock' | 'duration';

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.|Apr\\.?|Jun\\.|Jul\\.|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)';
const DAY_NAME = `(?:${WEEKDAY_FORMS})`;
const YEAR = '(?:1[5-9]\\d\\d|20\\d\\d)';
const UNIT = [...UNITS.keys()].join('|');
const NUMBER_WORDS = `(?:(?:${UNIT})(?:[- ](?:${UNIT}))?(?: (?:hundred|thousand))?|an? (?:dozen|hundred|thousand))`;
const COUNT = `(?:\\d+(?:\\.\\d+)?|${NUMBER_WORDS}|an?|several|a few|couple of|many|few|half an?|a quarter of an?)`;
/** "A second witness": the next one, and no time. */
const NEXT_ONE =
  'second (?!(?:later|ago|after|before|and|or|in|at|to|for|from|on|off|when|is|was|apart|per|behind|ahead|faster|slower|longer|of|than|more|less|each|every)[ .,])\\p{L}';
const SPAN = '(?:second|minute|hour|day|night|week|weekend|fortnight|month|quarter(?! of)|year|decade|century)';
const SPANS = '(?:seconds|minutes|hours|days|nights|weeks|weekends|months|quarters|years|decades|centuries)';
const SEASON = '(?:spring|summer|autumn|fall|winter)';
/** Counted like years, but "the next generation" is people. */
const GENERATION = `(?:(?:an?|one) generation(?! of)|(?:${UNIT}|several|many) generations(?! of))`;
const BEND = '(?:(?:more|less) than |at least |nearly |almost |about |around |over |some |early |late |mid-|just )?';

const ZONE = '(?:GMT|UTC|BST|[ECMP][SD]?T|CES?T|IST|AEST|Eastern|Central|Pacific)';
/** "1040 GMT": four digits are a clock where they say whose. */
const HOURS_MINUTES = '(?:[01]\\d|2[0-3])[0-5]\\d (?:GMT|UTC|BST|[ECMP][SD]T|CES?T|IST|AEST|local time)\\b';
const HOUR = '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1[0-2]|[1-9])';
/** "By a quarter to 9,300", "cut by a quarter to nine": what something fell or rose to is no hour. */
const NO_HOUR =
  '(?! \\p{L}+s\\b|[,.:]?\\d|[$€£%]| (?:per cent|percent|pence|p|per|of|people|men|women|children|million|billion|thousand|hundred)\\b)';
const MOVED =
  '(?<!\\b(?:rose|rise|rises|risen|fell|fall|falls|fallen|grew|grow|grown|cut|cuts|dropped|drop|climbed|jumped|soared|surged|slipped|shrank|shrunk|slumped|plunged|increased|decreased|declined|reduced|up|down|cutting|rising|falling)(?: from)? (?:by|about|around|from) )';
/** "Half past four", "at ten to six", "5 o’clock". */
const SPOKEN = `(?:(?:half past|(?:a )?quarter past) ${HOUR}\\b${NO_HOUR}|(?<=\\b(?:at|by|until|from|around|about|after|before) )${MOVED}(?:a quarter to|(?:five|ten|twenty|twenty-five) (?:past|to)) ${HOUR}\\b${NO_HOUR}|${HOUR} o['’]clock)`;
const CLOCK = `(?:${SPOKEN}|\\d{1,2}(?:[:.]\\d{2})? ?(?:[ap]\\.m\\.|[ap]m\\b)(?: ${ZONE}\\b)?|\\d{1,2}:\\d{2}(?!:\\d)(?: ${ZONE}\\b)?|${HOURS_MINUTES}|(?:midday|noon|midnight|dawn|dusk)\\b)`;
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

const FORMS: readonly (readonly [TimeKind, string])[] = [
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
    `(?:last|next|this|that|past|earlier this|later this|late last|early last|early this) (?:${SPAN}|${SEASON}|${DAY_NAME}|${MONTH}(?! \\d)|morning|afternoon|evening)`,
  ],
  ['relative', NEAR_DAY],
  ['relative', `(?:on )?${WEEKDAY}(?!,? (?:${MONTH} \\d|\\d{1,2}${NTH} ${MONTH}))`],
  ['duration', `(?:early |nearly |almost )?(?:${COUNT}[- ])?(?:${SPAN})-long`],
  ['duration', `${COUNT}-(?:${SPAN})(?!-old)`],
  [
    'duration',
    `(?:for )?${BEND}${COUNT} (?:consecutive |straight |full )?(?:${SPANS}|(?<=an? |one )(?!quarter|${NEXT_ONE})${SPAN})`,
  ],
  ['duration', `(?:for )?${BEND}${GENERATION}`],
  ['date', `(?:the )?(?:early |late |mid-)?${YEAR}(?:s|[–/-](?:${YEAR}|\\d{2}))?(?!,?\\d|\\.\\d)`],
  ['date', `(?:the )?(?:early |late |mid-)?(?:\\d{1,2}th|19th|twentieth|twenty-first) century`],
  ['date', `(?:early |late |mid-)?(?:January|February|April|June|July|August|September|October|November|December)`],
  ['date', `(?<=\\b(?:in|since|by|until|last|this|of|late|early|from) )(?:March|May|${SEASON})`],
];

interface Form {
  kind: TimeKind;
  /** For words in small letters. */
  pattern: RegExp;
  /** All words that it spells. */
  words: ReadonlySet<string>;
  has_digits: boolean;
}

/**
 * In this order, the first that stands there counts. Each is a pattern of its own, and made ready for use only where a word that
 * it spells may begin it: as one, and telling large letters from small, they would hold up the first sentence of all for a tenth of
 * a second.
 */
const BY_ORDER = FORMS.map(([kind, form]): Form => {
  const source = small(form);
  const pattern = new RegExp(`(?:${source})(?![\\p{L}\\p{N}])`, 'uy');
  return { kind, pattern, words: wordsIn(source), has_digits: source.includes('\\d') };
});

/** A pattern with its letters small, but for those that say what kind of letter stands there. */
function small(pattern: string): string {
  return pattern.replace(/\\p\{[^}]*\}|\\.|[A-Z]/g, (part) => (part.length === 1 ? part.toLowerCase() : part));
}

/** The words that a pattern spells, with those of which a letter is optional. */
function wordsIn(source: string): Set<string> {
  const words = new Set(source.replace(/\\./g, ' ').match(/[a-z]+/g));
  if (words.has('an')) words.add('a');
  if (words.has('sept')) words.add('sep');
  return words;
}

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
const OF_FORMS = new Set(BY_ORDER.flatMap(({ words }) => [...words]));
const NEXT_WORD = / (\p{L}+)/uy;

/** Whether a time may begin with this word: a quick look, since hardly any word is one, and the forms are many. */
export function mayOpen(words: string, { word, at }: { word: string; at: number }): boolean {
  const first = word.charCodeAt(0);
  if (first >= 48 && first <= 57) return true;
  if (!OPENERS.has(word)) return false;
  // "In the harbour": the most common words of all.
  if (!HOLLOW.has(word)) return true;
  NEXT_WORD.lastIndex = at + word.length;
  const next = NEXT_WORD.exec(words)?.[1];
  return next === undefined || OF_FORMS.has(next);
}

const BY_OPENER = new Map<string, Form[]>();

/** The forms that a word may begin. */
function formsOf(word: string): Form[] {
  const key = /^\d/.test(word) ? '' : word;
  const known = BY_OPENER.get(key);
  if (known) return known;
  const forms = BY_ORDER.filter(({ words, has_digits }) => (key === '' ? has_digits : words.has(key)));
  BY_OPENER.set(key, forms);
  return forms;
}

/** The kind of time that begins with a word of words in small letters, and where it ends; null where none does. */
export function formAt(
  words: string,
  { word, at }: { word: string; at: number },
): { kind: TimeKind; end: number } | null {
  for (const { kind, pattern } of formsOf(word)) {
    pattern.lastIndex = at;
    if (pattern.test(words)) return { kind, end: pattern.lastIndex };
  }
  return null;
}
