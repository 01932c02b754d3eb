// What is sent to each address: fields that are valid, so that those who may succeed.
import { addressOf, type Places } from './addresses.ts';
import { FIELDS_OF_ARTICLES } from './fields-of-articles.ts';
import { FIELDS_OF_PEOPLE } from './fields-of-people.ts';
import { FIELDS_OF_REVIEWS } from './fields-of-reviews.ts';
import { FIELDS_OF_SOURCES } from './fields-of-sources.ts';
import type { Fields } from './outcome.ts';
import type { Letter } from './people.ts';
import type { Stock } from './stocked-desk.ts';
import type { Row } from './table.ts';

export interface Sent {
  fields?: Fields;
  query?: string;
  /** Where the address means another thing than the first of its kind. */
  at?: Places;
}

/** By the name of a row: what is sent, at a desk with this in it, by whoever has this letter. */
export type FieldsOf = Record<string, (stock: Stock, letter: Letter) => Sent>;

const ALL: FieldsOf = { ...FIELDS_OF_PEOPLE, ...FIELDS_OF_ARTICLES, ...FIELDS_OF_REVIEWS, ...FIELDS_OF_SOURCES };

/** The rows that fields or places are given for. */
export const SENT_TO: readonly string[] = Object.keys(ALL);

export interface Wanted {
  /** The address, filled in with these places. */
  path: string;
  places: Places;
  fields: Fields;
}

/** What this row asks for, filled in. Links are the writer's: in anybody else's hands they are made up. */
export function wantedBy(stock: Stock, { name, path, query, which }: Row, letter: Letter): Wanted {
  const { fields = {}, at = {}, query: more = '' } = ALL[name]?.(stock, letter) ?? {};
  const confidential = which === 'confidential' ? { ...stock.own.others, ...stock.others } : {};
  const links = letter === 'W' ? {} : MADE_UP;
  const places = { ...stock.places, ...stock.own.places, ...links, ...confidential, ...at };
  return { path: addressOf(path, places) + query + more, places, fields };
}

const MADE_UP: Places = {
  'invitations/:token': 'made-up',
  'reset/:token': 'made-up',
  'writer/:token': 'made-up',
  'facts/:token': 'made-up',
};
