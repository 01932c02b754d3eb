// Statements of time in another language than English, by the forms of its table. Pure.
import { itemAt } from '#src/item-at.ts';
import type { Lexicon } from '../lexicons/lexicon.ts';
import type { Range } from '../text/range.ts';
import { WEEKDAYS } from './days.ts';
import type { Time } from './time.ts';

type Forms = { any: RegExp; kinds: Time['kind'][] };

const compiled = new WeakMap<Lexicon, Forms>();

/** Every statement of time in the range, in order, none overlapping another. */
export function timesAbroad(text: string, range: Range, lexicon: Lexicon): Time[] {
  const { any, kinds } = formsOf(lexicon);
  const piece = text.slice(range.start, range.end);
  const times: Time[] = [];
  for (const found of piece.matchAll(any)) {
    const form = kinds.findIndex((_, index) => found[index + 1] !== undefined);
    if (/^\d{4}$/.test(found[0]) && countsThings(piece, found.index, lexicon)) continue;
    const start = range.start + found.index;
    times.push({ start, end: start + found[0].length, kind: itemAt(kinds, form) });
  }
  return times;
}

const PARTS = (lexicon: Lexicon): Record<string, string> => {
  const { times, numbers } = lexicon;
  const counts = [...numbers.units.keys(), ...numbers.sizes.keys()]
    .filter((word) => word.length > 1)
    .sort((a, b) => b.length - a.length);
  const count = `(?:\\d+(?:[.,]\\d+)?(?: (?:mil|mille|millones|tausend))?|(?:${counts.join('|')})(?:[ -](?:(?:${numbers.joint}) )?(?:${counts.join('|')}))*|${times.counts})`;
  return {
    M: `(?:${times.months.join('|')})`,
    W: `(?:${times.weekdays.join('|')})`,
    Y: '(?:1[5-9]\\d\\d|20\\d\\d)(?:[/–-](?:20)?\\d\\d(?!\\d))?(?![.,]\\d)',
    D: '(?:[12]\\d|3[01]|0?[1-9])(?:er|º|ª|°)?',
    N: count,
    S: `(?:${times.spans.map(([span]) => span).join('|')})`,
    P: `(?:${times.part_of_day})`,
    H: `(?:${times.clock})`,
  };
};

function formsOf(lexicon: Lexicon): Forms {
  const known = compiled.get(lexicon);
  if (known) return known;
  const parts = PARTS(lexicon);
  const filled = lexicon.times.forms.map(([, form]) =>
    form.replace(/(?<!\\p)\{([A-Z])\}/g, (_, name: string) => parts[name] ?? ''),
  );
  const any = new RegExp(
    `(?<![\\p{L}\\p{N}$€£.,])(?:${filled.map((form) => `(${form})`).join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  );
  const forms = { any, kinds: lexicon.times.forms.map(([kind]) => kind) };
  compiled.set(lexicon, forms);
  return forms;
}

/** Whether four digits count what follows: "2000 personas", not "en 2011", nor "2011 Jahre" behind "im". */
function countsThings(piece: string, at: number, { times, speech, numbers }: Lexicon): boolean {
  const before = /([\p{L}’']+) $/u.exec(piece.slice(Math.max(0, at - 24), at))?.[1]?.toLowerCase() ?? '';
  const next = /^ ([\p{L}-]+)/u.exec(piece.slice(at + 4, at + 40))?.[1] ?? '';
  if (next === '' || speech.small.has(next.toLowerCase())) return false;
  const isBent = numbers.before.some(([phrase]) => phrase.split(' ').at(-1) === before);
  if (isBent && !times.before_years.has(before)) return true;
  if (times.before_years.has(before) && !(isBent && /^(?:de|d)$/.test(before) && /s$/.test(next))) return false;
  return speech.writes_nouns_large ? /^\p{Lu}\p{Ll}/u.test(next) : /^\p{Ll}{2,}[sx]$/u.test(next);
}

/** The same time in English words, so that what days it means is reckoned in one place; in lower case. */
export function inEnglish(printed: string, lexicon: Lexicon): string {
  const { times, numbers } = lexicon;
  let words = printed.toLowerCase().replace(/\s+/g, ' ');
  words = replaced(words, times.months, MONTHS);
  words = replaced(words, times.weekdays, WEEKDAYS);
  for (const [span, english] of times.spans) words = words.replace(word(span), english);
  const [phrase, english] = times.english.find(([each]) => each.test(words)) ?? [];
  if (phrase && english) words = words.replace(phrase, english);
  words = words.replace(/[\p{L}-]+/gu, (each) => {
    const value = numbers.units.get(each);
    return value === undefined ? each : String(value);
  });
  // "5 de mayo de 2011", "le 1er mai", "am 5. Mai": what is left of the small words says nothing more.
  return words
    .replace(
      /(?<!\p{L})(?:del?|el|la|los|las|al|y|o|le|du|au|et|les|der|die|den|dem|am|vom|bis|zum|und|do|da|dia|em|e|as?|às|n[oa]|à|um|gegen|vers)(?!\p{L})/gu,
      ' ',
    )
    .replace(/(\d)(?:er|º|ª|°)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

function replaced(words: string, names: readonly string[], english: readonly string[]): string {
  return names.reduce((text, name, at) => text.replace(word(name), itemAt(english, at)), words);
}

function word(form: string): RegExp {
  return new RegExp(`(?<![\\p{L}])(?:${form})(?![\\p{L}])`, 'u');
}
