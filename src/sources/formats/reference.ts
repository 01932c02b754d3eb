// A source as reference lists have it: what a format carries by itself, and what goes beside it. Pure.
import { cleanLine } from '#src/text-fields.ts';
import { CARD_FIELDS, type SourceFields } from '../card/source.ts';
import { SOURCE_TYPE_LABELS, SOURCE_TYPES } from '../card/source-type.ts';
import { INTERNAL } from '../held-back/audience.ts';
import type { SourceType } from '../tables.ts';
import type { CardField, CardRead, Remark } from './entry.ts';
import { type Name, namesIn, sayNames } from './names.ts';

export interface DateParts {
  year: number;
  month?: number;
  day?: number;
}

export interface Reference {
  id: string;
  /** A type of CSL. */
  kind: string;
  title: string;
  authors: Name[];
  issued: DateParts | null;
  url: string;
  doi: string;
  publisher: string;
  /** The site or paper in which it stands. */
  container: string;
  /** The kind of source in our own words: formats have a field for it. */
  genre: string;
  keywords: string[];
  /** When the desk took it up, `2026-03-14`. */
  accessed: string;
  /** Fields of the card that this format would not give back as they are. */
  extras: Partial<Record<CardField, string>>;
}

/** A card that is written into a file. */
export interface CardGiven extends SourceFields {
  number: number;
  /** When it was added, as a day in the desk's time zone. */
  added_on: string;
}

export const KIND_OF: Record<SourceType, string> = {
  web: 'webpage',
  call: 'personal_communication',
  statement: 'document',
  document: 'document',
  person: 'personal_communication',
  wire: 'article-newspaper',
  data: 'dataset',
  image: 'graphic',
  other: 'document',
};

const TYPE_OF: Record<string, SourceType> = {
  webpage: 'web',
  post: 'web',
  'post-weblog': 'web',
  personal_communication: 'call',
  interview: 'person',
  speech: 'statement',
  dataset: 'data',
  software: 'other',
  graphic: 'image',
  figure: 'image',
  map: 'image',
  motion_picture: 'image',
  broadcast: 'image',
  song: 'image',
};

/** The card as a reference; `carry` is the reference as the format would give it back, by which it is told what must go beside it. */
export function referenceOf(card: CardGiven, carry: (reference: Reference) => Reference): Reference {
  const reference: Reference = {
    id: `claimdesk-${card.number}`,
    kind: KIND_OF[card.type],
    title: card.title,
    authors: namesIn(card.author),
    issued: dateIn(card.dated_on),
    url: card.url,
    doi: card.doi,
    publisher: card.publisher,
    container: card.type === 'web' || card.type === 'wire' ? card.publisher : '',
    genre: card.type === 'web' ? '' : SOURCE_TYPE_LABELS[card.type],
    keywords: [
      ...(card.proximity === null ? [] : [`${card.proximity} source`]),
      ...(card.is_confidential === 1 ? [INTERNAL] : []),
    ],
    accessed: card.url === '' ? '' : card.added_on,
    extras: {},
  };
  return { ...reference, extras: lostOf(card, carriedOf(carry(reference)).fields) };
}

function lostOf(card: CardGiven, back: CardRead['fields']): Reference['extras'] {
  const wanted = textsOf(card);
  const lost = Object.entries(wanted).filter(([field, text]) => (back[field as CardField] ?? '') !== text);
  return Object.fromEntries(lost) as Reference['extras'];
}

/** The fields of a card as text, without those that it does not have. */
export function textsOf(card: SourceFields): Partial<Record<CardField, string>> {
  const { title, type, url, publisher, author, dated_on, proximity, interest, doi, is_confidential, alias } = card;
  const texts = { title, type, url, publisher, author, dated_on, proximity: proximity ?? '', interest, doi, alias };
  return { ...texts, is_confidential: is_confidential === 1 ? 'yes' : '' };
}

const LABELLED = new Map(SOURCE_TYPES.map((type) => [SOURCE_TYPE_LABELS[type].toLowerCase(), type]));

/** What a reference says of a card; beside it what of it has no place on one. */
export function carriedOf(reference: Reference): Pick<CardRead, 'fields' | 'left_out'> {
  const { genre, keywords, container, publisher, kind, url } = reference;
  const known = LABELLED.get(genre.toLowerCase());
  const nearness = keywords.map((word) => /^(primary|secondary) source$/i.exec(cleanLine(word))?.[1]?.toLowerCase());
  const house = isPartOfSomething(kind) ? container || publisher : publisher || container;
  const type = known ?? TYPE_OF[kind] ?? (kind === '' ? '' : isPaper(kind) && url !== '' ? 'web' : 'document');
  const fields = {
    title: reference.title,
    type,
    url,
    publisher: house,
    author: sayNames(reference.authors),
    dated_on: reference.issued === null ? '' : sayParts(reference.issued),
    proximity: nearness.find((one) => one !== undefined) ?? '',
    doi: reference.doi,
    ...reference.extras,
  };
  const left_out = [
    genre !== '' && known === undefined && 'kind of work',
    keywords.some((word, index) => nearness[index] === undefined && word !== INTERNAL) && 'keywords',
    [container, publisher].some((name) => name !== '' && name !== house) &&
      (house === container ? 'publisher' : 'part of'),
  ];
  return { fields, left_out: left_out.filter((name) => name !== false) };
}

function isPaper(kind: string): boolean {
  return kind === 'article-newspaper' || kind === 'article-magazine';
}

function isPartOfSomething(kind: string): boolean {
  return kind.startsWith('article') || kind === 'webpage' || kind.startsWith('post') || kind === 'chapter';
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** The date in a card's own words, where they say one that others read, too; else null. */
export function dateIn(words: string): DateParts | null {
  const iso = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(words);
  if (iso !== null) return partsOf(iso[1], iso[2], iso[3]);
  const said = /^(?:(\d{1,2})\.? )?([A-Za-z]{3,9})\.?(?: (\d{1,2}),)? (\d{4})$/.exec(words);
  const month = MONTHS.findIndex((name) => name.startsWith(said?.[2]?.toLowerCase() ?? '-')) + 1;
  return said === null || month === 0 ? null : partsOf(said[4], String(month), said[1] ?? said[3]);
}

/** A date of numbers; null where no calendar has it. */
export function partsOf(year?: string, month?: string, day?: string): DateParts | null {
  if (year === undefined || !/^\d{4}$/.test(year)) return null;
  if (!month) return day ? null : { year: Number(year) };
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (!day) return { year: Number(year), month: Number(month) };
  const moment = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  moment.setUTCFullYear(Number(year));
  const isDay = moment.getUTCMonth() === Number(month) - 1 && moment.getUTCDate() === Number(day);
  return isDay ? { year: Number(year), month: Number(month), day: Number(day) } : null;
}

/** The date as a card has it: `2026-03-14`, `2026-03` or `2026`. */
export function sayParts({ year, month, day }: DateParts): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return [String(year).padStart(4, '0'), month && two(month), month && day && two(day)].filter(Boolean).join('-');
}

/** A date that is no date is kept in its own words, and said. */
export function undated(words: string, place: Pick<Remark, 'line' | 'field'>): Remark {
  const letters = [...cleanLine(words)].slice(0, 60).join('');
  return { ...place, message: `“${letters}” is no date of a calendar. It is kept in its own words.` };
}

const EXTRA = /^Claimdesk ([a-z_]+):(?: (.*))?$/;
const EXTRA_FIELDS: readonly string[] = CARD_FIELDS;

/** What goes beside a reference as lines of a note: "Claimdesk interest: …", a line of text each. */
export function extraLines(extras: Reference['extras']): string[] {
  return Object.entries(extras).flatMap(([field, text]) =>
    text.split('\n').map((line) => `Claimdesk ${field}: ${line}`.trimEnd()),
  );
}

/** The lines of a note, told apart: what a desk wrote beside a reference, and how many other lines there are. */
export function extrasIn(lines: string[]): { extras: Reference['extras']; others: number } {
  const extras: Record<string, string> = {};
  let others = 0;
  for (const line of lines) {
    const [, field = '', text = ''] = EXTRA.exec(line) ?? [];
    if (!EXTRA_FIELDS.includes(field)) others += line.trim() === '' ? 0 : 1;
    else extras[field] = field in extras ? `${extras[field]}\n${text}` : text;
  }
  return { extras, others };
}
