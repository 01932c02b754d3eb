// Where the reader was when a small form was sent from the text, kept in hidden fields.
import { z } from 'zod';
import { hidden, optionalChoice, optionalNumber } from '#src/http/form-fields.ts';
import { claimPage, url } from '#src/paths.ts';
import { SUGGESTION_ORDERS } from './suggestion-order.ts';

/** How the list of claims beside the text may be narrowed. */
export const CLAIM_FILTERS = ['all', 'mine', 'open', 'back', 'again', 'ready', 'key', 'not_ok', 'dropped'] as const;
/** One of these; what somebody reads second, one by one; or the claims of one verdict, or of one speaker, by its id. */
export type ClaimFilter = (typeof CLAIM_FILTERS)[number] | 'second_read' | `verdict-${string}` | `speaker-${string}`;

/** The filter of this name; undefined where there is none. */
export function filterNamed(name: unknown): ClaimFilter | undefined {
  if (typeof name !== 'string') return undefined;
  return name === 'second_read' || /^(?:verdict|speaker)-[0-9a-f-]{36}$/.test(name)
    ? (name as ClaimFilter)
    : CLAIM_FILTERS.find((one) => one === name);
}

/** As it stands in an address, where the whole list is said by nothing. */
export function listInAddress(filter: ClaimFilter | ListOfLeft | '' | undefined): { list?: string | undefined } {
  return { list: filterNamed(filter) === 'all' ? undefined : filterNamed(filter) };
}

/** Besides lists of claims there is what is left to read, beside the text and on its own page, and what does not agree. */
const LISTS_OF_LEFT = ['unread', 'coverage', 'disagree'] as const;
type ListOfLeft = (typeof LISTS_OF_LEFT)[number];

const listField = z
  .string()
  .refine((name) => name === '' || listNamed(name) !== undefined)
  .default('')
  .transform((name) => listNamed(name) ?? ('' as const));

function listNamed(name: string): ClaimFilter | ListOfLeft | undefined {
  return LISTS_OF_LEFT.find((one) => one === name) ?? filterNamed(name);
}

/** The page of a sentence, the list of suggestions as it was narrowed, a claim in hand, or the list of claims as it was narrowed. */
export const placeFields = {
  sentence: hidden(optionalNumber()),
  above: hidden(optionalNumber()),
  order: hidden(optionalChoice(SUGGESTION_ORDERS)),
  in_hand: hidden(optionalNumber()),
  list: hidden(listField),
};

export interface ReaderPlace {
  sentence?: number | undefined;
  above?: number | undefined;
  order?: string | undefined;
  in_hand?: number | undefined;
  list?: ClaimFilter | ListOfLeft | '' | undefined;
}

/** The address of that place; without any, the whole text. */
export function addressOf(id: string, { sentence, above, order, in_hand, list }: ReaderPlace): string {
  if (sentence !== undefined) return url('sentence', { id, number: sentence });
  if (above !== undefined) return url('claims', { id }, { list: 'suggested', above, order: order || undefined });
  if (in_hand !== undefined) return claimPage({ id, number: in_hand }, listInAddress(list));
  if (list === 'coverage') return url('coverage', { id });
  return list ? url('claims', { id }, { list }) : url('article', { id });
}
