// Ages abroad that are not those between birth and the day of the article, or differ for one person. Pure.
import { timesOf } from '../entities/times.ts';
import { inEnglish } from '../entities/times-abroad.ts';
import type { Lexicon } from '../lexicons/lexicon.ts';
import type { Range } from '../text/range.ts';
import { type Finding, within } from './finding.ts';
import { daysOf, yearsBetween } from './moments.ts';

/** Of which language: before a day of birth, before and behind an age, and a name with the age of whoever has it. */
type AgeWords = { born: RegExp; age: RegExp; aged: readonly RegExp[] };

const NAME = '(\\p{Lu}\\p{Ll}{2,})';
const WORDS: Record<string, AgeWords> = {
  es: {
    born: /\b(?:nacid[oa]|nació) (?:en \p{Lu}\p{L}+ )?(?:el |en )?$/u,
    age: /\b(?:tiene|de|cumple|cumplió|con) (\d{1,3}) años\b/u,
    aged: [new RegExp(`${NAME}, de (\\d{2}) años`, 'gu'), new RegExp(`${NAME} \\((\\d{2}) años\\)`, 'gu')],
  },
  pt: {
    born: /\b(?:nascid[oa]|nasceu) (?:em \p{Lu}\p{L}+ )?(?:em |a |no dia )?$/u,
    age: /\b(?:tem|de|completa|completou|com) (\d{1,3}) anos\b/u,
    aged: [new RegExp(`${NAME}, (?:de )?(\\d{2}) anos`, 'gu'), new RegExp(`${NAME} \\((\\d{2}) anos\\)`, 'gu')],
  },
  fr: {
    born: /\b(?:née?) (?:à \p{Lu}\p{L}+ )?(?:le |en )?$/u,
    age: /\b(?:a|de|âgée? de) (\d{1,3}) ans\b/u,
    aged: [new RegExp(`${NAME}, (?:âgée? de )?(\\d{2}) ans`, 'gu'), new RegExp(`${NAME} \\((\\d{2}) ans\\)`, 'gu')],
  },
  de: {
    born: /\b(?:geboren|geborene[rn]?) (?:in \p{Lu}\p{L}+ )?(?:am |im Jahr |im Jahre )?$|\b(?:am|im Jahr|im Jahre) $/u,
    age: /\b(?:ist|wird|wurde) (\d{1,3})(?: Jahre)?(?: alt)?(?=[ ,.])/u,
    aged: [new RegExp(`${NAME} \\((\\d{2})\\)`, 'gu'), new RegExp(`${NAME}, (\\d{2})(?= ?,)`, 'gu')],
  },
};

const wordsOf = (language: string) => WORDS[language.slice(0, 2).toLowerCase()];

/** "Nacida el 3 de mayo de 1960, tiene 45 años", in an article of some day: one sentence with one day and one age. */
export function ageFindingsAbroad(
  text: string,
  sentence: Range,
  { dated_on, language, lexicon }: { dated_on: string | null; language: string; lexicon: Lexicon },
): Finding[] {
  const words = wordsOf(language);
  const piece = text.slice(sentence.start, sentence.end);
  const today = dated_on === null ? Number.NaN : Date.parse(`${dated_on.slice(0, 10)}T00:00:00Z`);
  const age = words?.age.exec(piece);
  if (
    !words ||
    !age ||
    Number.isNaN(today) ||
    /\d{1,3} (?:años|anos|ans|Jahre).*\d{1,3} (?:años|anos|ans|Jahre)/u.test(piece)
  )
    return [];
  const born = timesOf(text, sentence, language).filter(
    ({ kind, start }) => kind === 'date' && words.born.test(text.slice(sentence.start, start)),
  );
  const [only, ...others] = born;
  const isGerman = /^de/i.test(language);
  if (!only || others.length > 0 || (isGerman && !/\bgeboren/.test(piece))) return [];
  const birth = daysOf(inEnglish(text.slice(only.start, only.end), lexicon).replace(/^(?:on|in) /, ''));
  if (!birth || birth[0] > today) return [];
  const [least, most] = [yearsBetween(birth[1], today), yearsBetween(birth[0], today)];
  const said = Number(age[1]);
  if (said >= least && said <= most) return [];
  const start = sentence.start + age.index + age[0].indexOf(age[1] ?? '');
  const places = [
    { start, end: start + (age[1]?.length ?? 0) },
    { start: only.start, end: only.end },
  ];
  const is = least === most ? `${least}` : `${least} or ${most}`;
  return [within('other', places, `The age on the day of the article is ${is}, not ${said}.`)];
}

/** "Vega, de 45 años" here and "Vega, de 54 años" there: of one last name that has one first name. */
export function agesOfPeopleAbroad(text: string, language: string): Finding[] {
  const told = (wordsOf(language)?.aged ?? []).flatMap((pattern) =>
    [...text.matchAll(pattern)].map((found) => {
      const [, who = '', age = ''] = found;
      const start = found.index + found[0].indexOf(age, who.length);
      return { who, age, start, end: start + age.length };
    }),
  );
  told.sort((one, other) => one.start - other.start);
  return [...Map.groupBy(told, ({ who }) => who).values()].flatMap((of) => {
    const [first] = of;
    const other = of.find(({ age }) => age !== first?.age);
    if (!first || !other || firstNamesOf(text, first.who).size > 1) return [];
    const places = [other, first].map(({ start, end }) => ({ start, end }));
    return [within('other', places, `${first.who} is ${other.age} here, ${first.age} before.`)];
  });
}

function firstNamesOf(text: string, who: string): Set<string> {
  return new Set(
    [...text.matchAll(new RegExp(`(\\p{Lu}\\p{Ll}+) ${who}(?!\\p{L})`, 'gu'))].map(([, first = '']) => first),
  );
}
