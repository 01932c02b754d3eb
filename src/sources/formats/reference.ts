// A source as reference lists have it: what a format carries, and what is lost. Pure.
import { cleanLine } from '#src/text-fields.ts';
import type { SourceFields } from '../card/source.ts';
import { SOURCE_TYPE_LABELS, SOURCE_TYPES } from '../card/source-type.ts';
import { INTERNAL } from '../held-back/audience.ts';
import type { SourceType } from '../tables.ts';
import type { CardField, CardRead } from './card-read.ts';
import { type Name, namesIn, sayNames } from './names.ts';
import { type DateParts, dateIn, sayParts } from './reference-dates.ts';

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
  /** What a file says of it besides; of no field of the card. */
  remark?: string;
  /** Fields of the card that this format would not give back as they are. */
  extras: Partial<Record<CardField, string>>;
}

/** A card that is written into a file. */
export interface CardGiven extends SourceFields {
  number: number;
  /** When it was added, as a day in the desk's time zone. */
  added_on: string;
  /** What it is called in a file; `claimdesk-` and its number unless said. */
  id?: string;
  /** What the file says of it besides: where it is used. */
  remark?: string;
  /** The file is for the desk alone, and each entry says so. */
  is_internal?: boolean;
}

const KIND_OF: Record<SourceType, string> = {
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
    id: card.id ?? `claimdesk-${card.number}`,
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
      ...(card.is_confidential === 1 || card.is_internal ? [INTERNAL] : []),
    ],
    accessed: card.url === '' ? '' : card.added_on,
    remark: card.remark ?? '',
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
  const { title, type, url, publisher, author, dated_on, proximity, interest, doi } = card;
  const { is_confidential, alias, anonymity_reason, granted_by } = card;
  const texts = { title, type, url, publisher, author, dated_on, proximity: proximity ?? '', interest, doi, alias };
  return { ...texts, anonymity_reason, granted_by, is_confidential: is_confidential === 1 ? 'yes' : '' };
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
