// What becomes of each entry of a file: new, here already, twice, or broken; and what it fills in. Pure.
import { foldKey } from '#src/text-fields.ts';
import { urlKeyOf } from '../card/same-source.ts';
import type { SourceFields } from '../card/source.ts';
import type { SourceTable } from '../tables.ts';
import type { Entry } from './entry.ts';

const FATES = ['new', 'here', 'twice', 'broken'] as const;
export type Fate = (typeof FATES)[number];

/** By what a card is found again: its address or DOI; without either, its title, and of a call who and when. */
export interface EntryKeys {
  url_key: string;
  doi: string;
  title_key: string;
}

export type CardHere = Pick<
  SourceTable,
  | 'id'
  | 'number'
  | 'title'
  | 'title_key'
  | 'type'
  | 'url_key'
  | 'doi'
  | 'author'
  | 'publisher'
  | 'dated_on'
  | 'proximity'
  | 'interest'
  | 'revision'
>;

export interface Planned {
  /** The place of the entry in the file, from 1. */
  position: number;
  entry: Entry;
  fate: Fate;
  /** The card that is the same, where one is here. */
  here?: CardHere;
  /** The line of the entry that is the same, where one came before. */
  twice_of?: number;
  /** Fields that are empty on the card that is here, and known by the entry. */
  fills: FillField[];
}

export const FILL_FIELDS = ['publisher', 'author', 'dated_on', 'proximity', 'interest', 'doi'] as const;
export type FillField = (typeof FILL_FIELDS)[number];

/** The keys of a card; the title is one only where there is neither address nor DOI. */
export function keysOfCard(card: SourceFields): EntryKeys {
  const url_key = urlKeyOf(card.url);
  const title_key = url_key === '' && card.doi === '' ? foldKey(card.title) : '';
  return { url_key, doi: card.doi, title_key };
}

/** Plans entries in the order of the file; it remembers what came before, so one planner is for one file. */
export class Planner {
  readonly #seen = new Map<string, number>();
  #position = 0;

  /** `here` are the cards of the desk that have any key of these entries. */
  plan(entries: Entry[], here: CardHere[]): Planned[] {
    const cards = new Map<string, CardHere>();
    for (const card of here) for (const key of namesOf(card)) if (!cards.has(key)) cards.set(key, card);
    return entries.map((entry) => this.#planOne(entry, cards));
  }

  #planOne(entry: Entry, cards: Map<string, CardHere>): Planned {
    this.#position += 1;
    const planned = { position: this.#position, entry, fills: [] };
    if (entry.card === null) return { ...planned, fate: 'broken' };
    const names = namesOf({ ...entry.card, ...keysOfCard(entry.card) });
    const same = names.map((name) => cards.get(name)).find((card) => card !== undefined);
    if (same !== undefined) return { ...planned, fate: 'here', here: same, fills: fillsOf(entry.card, same) };
    const before = names.map((name) => this.#seen.get(name)).find((line) => line !== undefined);
    if (before !== undefined) return { ...planned, fate: 'twice', twice_of: before };
    for (const name of names) this.#seen.set(name, entry.line);
    return { ...planned, fate: 'new' };
  }
}

type Keyed = EntryKeys & Pick<SourceFields, 'type' | 'author' | 'dated_on'>;

/** Two cards with a name in common are one. Of a call, who and when are part of its name: the next call is another. */
function namesOf(card: Keyed): string[] {
  const { url_key, doi, title_key, type, author, dated_on } = card;
  const call = type === 'call' ? [foldKey(author), foldKey(dated_on)] : [];
  const title = title_key === '' ? '' : JSON.stringify([type === 'call', title_key, ...call]);
  return [url_key && `url ${url_key}`, doi && `doi ${doi}`, title && `title ${title}`].filter((name) => name !== '');
}

function fillsOf(card: SourceFields, here: CardHere): FillField[] {
  return FILL_FIELDS.filter((field) => !here[field] && card[field]);
}

/** How many entries met each fate. */
export type FateCounts = Record<Fate, number> & { remarks: number; fills: number };

export function noCounts(): FateCounts {
  return { new: 0, here: 0, twice: 0, broken: 0, remarks: 0, fills: 0 };
}

export function countIn(counts: FateCounts, planned: Planned): void {
  counts[planned.fate] += 1;
  if (planned.entry.remarks.length > 0 && planned.fate !== 'broken') counts.remarks += 1;
  if (planned.fills.length > 0) counts.fills += 1;
}
