// What sort of change new words make to old ones: a number put right, a name, a quotation. Pure.
import { passagesIn } from '../attribution/passages.ts';
import type { Figure } from '../entities/figures.ts';
import { paragraphReadingsOf } from '../entities/paragraph-reading.ts';
import { quotationsOf } from '../entities/quotations.ts';
import type { SentenceReading } from '../entities/sentence-reading.ts';
import { sentencesOf } from '../sentences/sentences.ts';
import { foldPrint } from '../text/folding.ts';
import { readsAsEnglish } from '../text/languages.ts';
import { overlaps, type Range } from '../text/range.ts';
import { isMisspelling } from './spelling.ts';

/** In the order in which pages tell them. */
export const CHANGE_KINDS = ['number', 'name', 'quotation', 'date', 'attribution', 'other'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Goes up with every change of what is told apart here, or how: what is stored of another one is read again. */
export const CHANGE_KINDS_VERSION = 2;

/** Nobody changes more words than these to put one thing right; and what is longer would be slow. */
const LONGEST = 1200;

/** Every word of one side, under what it is part of. `rest` is what is part of nothing. */
type Parted = Record<Exclude<ChangeKind, 'other'> | 'rest', string[]>;

/**
 * The kind of the change; `other` where more than one thing differs, where the words around it were written anew, and
 * wherever it is not sure.
 */
export function changeKindOf(old_words: string, new_words: string, language?: string): ChangeKind {
  if (old_words.length > LONGEST || new_words.length > LONGEST) return 'other';
  if (isOneNameSpelt(old_words.trim(), new_words.trim())) return 'name';
  const [before, after] = [partedOf(old_words, language), partedOf(new_words, language)];
  if (!isSame(before.quotation, after.quotation)) return quotationOrOther(before, after);
  const differing = PARTS.filter((part) => !isSame(before[part], after[part]));
  const [kind] = differing;
  if (kind === undefined || differing.length > 1) return 'other';
  if (!readsAsEnglish(language) && !(kind === 'number' && isSureNumber(before, after))) return 'other';
  if (kind === 'attribution') return attributionOrName(before, after);
  const is_replaced = before[kind].length === after[kind].length && isAlike(before.rest, after.rest);
  return is_replaced || isSame(before.rest, after.rest) ? kind : 'other';
}

/** A name by itself, spelt otherwise: no sentence says that the word is one, but no other word is so near. */
function isOneNameSpelt(old_words: string, new_words: string): boolean {
  return /^\p{Lu}\p{L}+$/u.test(old_words) && /^\p{Lu}/u.test(new_words) && isMisspelling(old_words, new_words, 4);
}

/** Names and dates are known in English alone; elsewhere a number is sure where it can be no day and no year. */
function isSureNumber(before: Parted, after: Parted): boolean {
  const digits = [...before.number, ...after.number].flatMap((words) => words.match(/\d[\d.,]*/g) ?? []);
  return digits.every((number) => Number(number) > 31 && !/^(?:1[5-9]|20)\d\d$/.test(number));
}

const PARTS = ['number', 'name', 'date', 'attribution'] as const;

/** Only a quotation, where nothing outside of it differs; marks that come or go leave the words themselves as they were. */
function quotationOrOther(before: Parted, after: Parted): ChangeKind {
  const is_same_outside = [...PARTS, 'rest' as const].every((part) => isSame(before[part], after[part]));
  const words = (side: Parted) => [...side.quotation, ...side.rest, ...PARTS.flatMap((part) => side[part])].join(' ');
  const sorted = (side: Parted) =>
    words(side)
      .match(/[\p{L}\p{N}]+/gu)
      ?.sort() ?? [];
  return is_same_outside || isSame(sorted(before), sorted(after)) ? 'quotation' : 'other';
}

/** Somebody else speaks, or somebody at all: but another spelling of the same speaker is a name that was put right. */
function attributionOrName(before: Parted, after: Parted): ChangeKind {
  if (!isAlike(before.rest, after.rest)) return 'other';
  const [old, fresh] = [before.attribution, after.attribution].map((sources) => sources.join(' ').split(' '));
  if (old === undefined || fresh === undefined || old.length !== fresh.length) return 'attribution';
  const differing = old.flatMap((word, at) => (word === fresh[at] ? [] : [[word, fresh[at] ?? ''] as const]));
  return differing.every(([one, other]) => isMisspelling(one, other, 4)) ? 'name' : 'attribution';
}

function partedOf(words: string, language: string | undefined): Parted {
  const text = words.replace(/\s+/g, ' ');
  const parted: Parted = { number: [], name: [], quotation: [], date: [], attribution: [], rest: [] };
  const quoted = quotationsOf(text, { start: 0, end: text.length }, language);
  parted.quotation = quoted.map((range) => said(text, { start: range.start + 1, end: range.end - 1 }));
  for (const { sentences, quotations } of paragraphReadingsOf(text, sentencesOf(text, language)))
    for (const reading of sentences) part(reading, { quotations, quoted, parted });
  return parted;
}

interface Parting {
  quotations: Parameters<typeof passagesIn>[1];
  quoted: readonly Range[];
  parted: Parted;
}

/** Each word belongs to one thing alone: to what is quoted, else to who speaks, else to a time, a figure, a name. */
function part(reading: SentenceReading, { quotations, quoted, parted }: Parting): void {
  const { text, times, figures, names, tokens } = reading;
  const passages = passagesIn(reading, quotations).filter(({ is_act }) => !is_act);
  const speaking = passages.flatMap(({ source, cue }) => (source === null ? [cue] : [source, cue]));
  const taken: Range[] = [...quoted];
  const take = <One extends Range>(ranges: readonly One[], into: (range: One) => void) => {
    const free = ranges.filter((range) => !taken.some((one) => overlaps(one, range)));
    free.forEach(into);
    taken.push(...free);
  };
  take(speaking, () => {});
  parted.attribution.push(
    ...passages.flatMap(({ source }) =>
      source && !quoted.some((one) => overlaps(one, source)) ? said(text, source) : [],
    ),
  );
  take(
    times.filter(({ kind }) => kind !== 'duration'),
    (range) => parted.date.push(said(text, range)),
  );
  take(figures, (figure) => parted.number.push(sizeOf(figure)));
  take(names, (range) => parted.name.push(foldPrint(text.slice(range.start, range.end))));
  for (const token of tokens) {
    if (taken.some((one) => overlaps(one, token))) continue;
    if (/\d/.test(token.text)) parted.number.push(token.text);
    else if (token.kind === 'word') parted.rest.push(token.key);
  }
}

/** By its size where it has one, so that "one hundred" and "100" are the same. */
function sizeOf({ low, high, comparator, value }: Figure): string {
  return low === null && high === null ? value.toLowerCase() : `${comparator} ${low} ${high}`;
}

function said(text: string, { start, end }: Range): string {
  return foldPrint(text.slice(start, end)).toLowerCase().trim();
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((words, at) => words === other[at]);
}

/** Most of the words around it are the same. */
function isAlike(one: readonly string[], other: readonly string[]): boolean {
  const [old, fresh] = [new Set(one), new Set(other)];
  return old.intersection(fresh).size * 3 >= Math.max(old.size, fresh.size) * 2;
}
