// Ages that are not those between birth and the day they are told of. Pure.
import type { Range } from '../text/range.ts';
import { type Finding, within } from './finding.ts';
import { daysOf, type Moment, type Moments, yearsBetween } from './moments.ts';

const BORN = /\bborn (?:in [\p{L} ]{1,20} )?(?:on |in )?(?:\p{L}+day,? )?\{d(\d+)\}/u;
const LIVED = /\((?:born )?\{d(\d+)\} ?[-–] ?\{d(\d+)\}\)/;
const AGE =
  /\b(?:was|were|aged|at|is|turned|turns|age of|age) (\d{1,3})(?! ?(?:percent|per cent|%|[:.]\d|p\.?m|a\.?m|[\p{L}]+ (?:of|to)\b))\b|\b(\d{1,3})-year-old\b|, (\d{1,3})(?=,)/iu;
/** Before a day on which nobody has the age that is told. */
const NOT_THEN = /\b(?:since|until|from|between|before|by|after) (?:the )?(?:\p{L}+day,? )?$/u;

/** The finding of one sentence with a day of birth; where it has no other day, the article's own counts. */
export function ageFindings(text: string, sentence: Range, moments: Moments): Finding[] {
  const words = text.slice(sentence.start, sentence.end);
  const lives = livesIn(moments);
  const age = AGE.exec(words);
  const digits = age?.[1] ?? age?.[2] ?? age?.[3];
  if (lives === null || !age || digits === undefined) return [];
  const { birth, then } = lives;
  const [least, most] = [yearsBetween(birth.to, then.from), yearsBetween(birth.from, then.to)];
  const said = Number(digits);
  if (said >= least && said <= most) return [];
  const at = sentence.start + age.index + age[0].indexOf(digits);
  const places = [{ start: at, end: at + digits.length }, birth, then].map(({ start, end }) => ({ start, end }));
  const is = least === most ? `${least}` : `${least} or ${most}`;
  return [within('other', places, `Born ${birth.printed}, the age by ${then.printed} was ${is}, not ${said}.`)];
}

function livesIn({ words, dates }: Moments): { birth: Moment; then: Moment } | null {
  const lived = LIVED.exec(words);
  const born = BORN.exec(words);
  if (lived && /\b(?:died|dead|death|aged)\b/.test(words))
    return pairOf(dates[Number(lived[1])], dates[Number(lived[2])]);
  if (!born) return null;
  const others = dates.filter((_, at) => at !== Number(born[1]));
  const [then, ...more] = others;
  if (!then || more.length > 0) return null;
  const before = words.slice(0, words.indexOf(`{d${dates.indexOf(then)}}`));
  return NOT_THEN.test(before) ? null : pairOf(dates[Number(born[1])], then);
}

function pairOf(birth: Moment | undefined, then: Moment | undefined): { birth: Moment; then: Moment } | null {
  return birth && then && birth.from < then.from ? { birth, then } : null;
}

/** "Ida Moor, 45, was born on 3 May 1960": the age first. */
const AGED_BORN =
  /, (?<age>\d{1,3}),? (?:who )?(?:was )?born (?:on |in )?(?<born>(?:\d{1,2} \p{Lu}\p{Ll}+ |\p{Lu}\p{Ll}+ (?:\d{1,2}, )?)?(?:19|20)\d\d)\b/u;

/** "Born in 1950, he is 54", in an article of some day. */
export function ageToday(text: string, sentence: Range, dated_on: string | null): Finding[] {
  const words = text.slice(sentence.start, sentence.end);
  const found =
    AGED_BORN.exec(words) ??
    /\bborn (?:on |in )?((?:\d{1,2} \p{Lu}\p{Ll}+ |\p{Lu}\p{Ll}+ (?:\d{1,2}, )?)?(?:19|20)\d\d)\b[^.;]{0,60}?\b(?:is|now) (\d{1,3})\b(?! ?(?:percent|per cent|%))/u.exec(
      words,
    ) ??
    null;
  const [printed, aged] = found?.groups ? [found.groups.born, found.groups.age] : [found?.[1], found?.[2]];
  const birth = daysOf(printed ?? '');
  const today = dated_on === null ? null : daysOf(spelt(dated_on));
  if (!found || !birth || !today) return [];
  const [least, most] = [yearsBetween(birth[1], today[0]), yearsBetween(birth[0], today[1])];
  const said = Number(aged);
  if (said >= least && said <= most) return [];
  const end = sentence.start + found.index + found[0].length;
  const start = sentence.start + found.index;
  const is = least === most ? `${least}` : `${least} or ${most}`;
  return [
    within('other', [{ start, end }], `Born ${printed}, the age on the day of the article is ${is}, not ${said}.`),
  ];
}

function spelt(day: string): string {
  const [year, month, date] = day.slice(0, 10).split('-').map(Number);
  const names = 'January February March April May June July August September October November December'.split(' ');
  return `${date} ${names[(month ?? 1) - 1]} ${year}`;
}
