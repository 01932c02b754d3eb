// Where the reader was when a small form was sent from the text, kept in hidden fields.
import { hidden, optionalChoice, optionalNumber } from '#src/http/form-fields.ts';
import { url } from '#src/paths.ts';
import { SUGGESTION_ORDERS } from './suggestion-order.ts';

/** How the list of claims beside the text may be narrowed. */
export const CLAIM_FILTERS = ['all', 'mine', 'open', 'back', 'again', 'ready', 'key', 'not_ok', 'dropped'] as const;
export type ClaimFilter = (typeof CLAIM_FILTERS)[number];

/** The page of a sentence, the list of suggestions as it was narrowed, a claim in hand, or the list of claims as it was narrowed. */
export const placeFields = {
  sentence: hidden(optionalNumber()),
  above: hidden(optionalNumber()),
  order: hidden(optionalChoice(SUGGESTION_ORDERS)),
  in_hand: hidden(optionalNumber()),
  list: hidden(optionalChoice([...CLAIM_FILTERS, 'unread'])),
};

export interface ReaderPlace {
  sentence?: number | undefined;
  above?: number | undefined;
  order?: string | undefined;
  in_hand?: number | undefined;
  list?: ClaimFilter | 'unread' | '' | undefined;
}

/** The address of that place; without any, the whole text. */
export function addressOf(id: string, { sentence, above, order, in_hand, list }: ReaderPlace): string {
  if (sentence !== undefined) return url('sentence', { id, number: sentence });
  if (above !== undefined) return url('claims', { id }, { list: 'suggested', above, order: order || undefined });
  if (in_hand !== undefined) return url('claim', { id, number: in_hand });
  return list ? url('claims', { id }, { list }) : url('article', { id });
}
