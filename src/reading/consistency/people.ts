// One person with two titles, or two ages. Pure.
import type { Range } from '../text/range.ts';
import { type Finding, within } from './finding.ts';

/** Of two of one row nobody has both at once. */
const ROWS = [
  'private|corporal|sergeant|lieutenant|captain|major|lieutenant colonel|colonel|brigadier|major general|lieutenant general|general|admiral|commander|marshal',
  'mayor|governor|senator|judge|ambassador|president|vice president|prime minister|deputy prime minister|chancellor|foreign minister|defen[cs]e minister|finance minister|interior minister|health minister|justice minister|education minister|transport minister|trade minister|labou?r minister|energy minister|agriculture minister|culture minister|environment minister|representative|congressman|congresswoman|councillor|bishop|archbishop|cardinal|sheriff|attorney general|police chief|fire chief|chief justice',
].map((row) =>
  row
    .split('|')
    .sort((one, other) => other.length - one.length)
    .join('|'),
);
const TITLE = ROWS.join('|');
const capital = (words: string) =>
  words.replace(
    /(^|[ |])(\p{L})/gu,
    (_, before: string, letter: string) => `${before}[${letter}${letter.toUpperCase()}]`,
  );
/** No name has more letters; without a bound, a line of capitals would be gone through from each of them. */
const SURNAME = String.raw`(\p{Lu}[\p{L}’'-]{2,40})`;
const FIRST_NAME = String.raw`\p{Lu}[\p{L}.’'-]{1,40}`;
const BEFORE = new RegExp(
  `(?<![\\p{L}-])(${capital(TITLE)}) (?:${FIRST_NAME} ){0,2}?${SURNAME}(?= \\p{Ll}|[,.;:’'!?)]|$)`,
  'gu',
);
const BEHIND = new RegExp(
  `(?:${FIRST_NAME} )?${SURNAME}, (?:the|a|an|who is (?:the|a)) (?:[\\p{L}]+(?:’s|'s)? )?(${TITLE})(?= ?(?:,|\\.|of |for |in ))`,
  'gu',
);
/** "The governor, Tom Reik,": with the office before the commas. */
const APPOSED = new RegExp(
  `\\b[Tt]he (${TITLE})(?: of \\p{Lu}[\\p{L}-]+)?, (?:\\p{Lu}[\\p{L}.’'-]+ ){1,2}${SURNAME},`,
  'gu',
);
/** Who was something before, or does it for somebody, is also something else. */
const PAST =
  /(?:former|ex-?|then-?|late|acting|retired|deputy|vice|assistant|first|future|elect|one-time|ousted|previous|incoming|outgoing|interim|candidate|hopeful)[ -]$/i;

type Held = Range & { title: string; who: string };

/** The findings of an article. */
export function peopleFindings(text: string): Finding[] {
  return [...titleFindings(text), ...ageFindings(text)];
}

function titleFindings(text: string): Finding[] {
  const held: Held[] = [
    ...[...text.matchAll(BEFORE)].map((found) => heldAt(found.index, found[1] ?? '', found[2] ?? '')),
    ...[...text.matchAll(APPOSED)].map((found) => heldAt(found.index + 4, found[1] ?? '', found[2] ?? '')),
    ...[...text.matchAll(BEHIND)].map((found) =>
      heldAt(found.index + found[0].lastIndexOf(found[2] ?? ''), found[2] ?? '', found[1] ?? ''),
    ),
  ]
    .filter(({ start }) => !PAST.test(text.slice(Math.max(0, start - 12), start)))
    .sort((one, other) => one.start - other.start);
  return [...Map.groupBy(held, ({ who }) => who).values()].flatMap((of) => differing(text, of));
}

function heldAt(start: number, title: string, who: string): Held {
  return { start, end: start + title.length, title: title.toLowerCase(), who };
}

/** The first that differs from what stood before. */
function differing(text: string, held: readonly Held[]): Finding[] {
  const [first] = held;
  const other = held.find((one) => first && isOther(first.title, one.title));
  if (!first || !other || isTwoPeople(text, first.who)) return [];
  // Who changes office is told so.
  const near = text.slice(Math.max(0, first.start - 200), Math.min(text.length, other.end + 200));
  if (/\b(?:elected|appointed|named|promoted|became|sworn|inaugurat|nominat|candidate)/i.test(near)) return [];
  const places = [other, first].map(({ start, end }) => ({ start, end }));
  return [
    within(
      'other',
      places,
      `${first.who} is “${text.slice(other.start, other.end)}” here, “${text.slice(first.start, first.end)}” before.`,
    ),
  ];
}

function isOther(one: string, other: string): boolean {
  const row = ROWS.find((some) => new RegExp(`^(?:${some})$`).test(one));
  if (!row || !new RegExp(`^(?:${row})$`).test(other)) return false;
  const [plain, also] = [one, other].map((title) => title.replace(/defense/, 'defence').replace(/labor/, 'labour'));
  // A lieutenant colonel is called colonel, and a prime minister minister.
  return plain !== also && !plain?.endsWith(` ${also}`) && !also?.endsWith(` ${plain}`);
}

/** Two first names before one surname. */
function isTwoPeople(text: string, who: string): boolean {
  const firsts = [...text.matchAll(new RegExp(`(\\p{Lu}\\p{Ll}+) ${who.replace(/[’'-]/g, '.')}(?!\\p{L})`, 'gu'))]
    .map(([, first = '']) => first)
    .filter(
      (first) =>
        !new RegExp(`^(?:${TITLE}|mr|mrs|ms|dr|sir|lord|minister|house|the|general|senator)$`, 'i').test(first),
    );
  return new Set(firsts).size > 1;
}

const AGED = [
  new RegExp(`${SURNAME}, (\\d{2})(?=,|\\.)`, 'gu'),
  new RegExp(`\\b(\\d{2})-year-old (?:\\p{Lu}[\\p{L}’'-]+ ){0,2}?${SURNAME}(?= \\p{Ll}|[,.;:’'])`, 'gu'),
  new RegExp(`${SURNAME}, (?:aged|age) (\\d{2})\\b`, 'gu'),
  new RegExp(`${SURNAME},? (?:who )?is (\\d{2})(?=[,.;]| and\\b| years old)`, 'gu'),
];

/** "Marek, 54, …", and "the 57-year-old Marek". */
function ageFindings(text: string): Finding[] {
  const told = AGED.flatMap((pattern, at) =>
    [...text.matchAll(pattern)].map((found) => {
      const [who = '', age = ''] = at === 1 ? [found[2], found[1]] : [found[1], found[2]];
      const start = found.index + found[0].lastIndexOf(age);
      return { who, age, start, end: start + age.length };
    }),
  ).sort((one, other) => one.start - other.start);
  return [...Map.groupBy(told, ({ who }) => who).values()].flatMap((of) => {
    const [first] = of;
    const other = of.find(({ age }) => age !== first?.age);
    if (!first || !other || isTwoPeople(text, first.who)) return [];
    const places = [other, first].map(({ start, end }) => ({ start, end }));
    return [within('other', places, `${first.who} is ${other.age} here, ${first.age} before.`)];
  });
}
