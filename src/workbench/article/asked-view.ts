// Which claim or list an address or a form of the workbench asks for.
import { type ClaimFilter, filterNamed } from '#src/claims/return-to.ts';
import type { Typed } from '#src/http/form.ts';
import { addressedNumber, numberIn } from '#src/number-in.ts';
import { type SuggestionsView, suggestionsViewIn } from './suggestions.ts';

/** Which claim lies beside the text, and how the list is narrowed through which its reader goes. */
export interface View {
  claim_number: number | null;
  filter: ClaimFilter;
  /** The suggestions lie beside the text, not the claims. */
  suggested?: SuggestionsView | undefined;
  /** What is left to read lies there. */
  unread?: boolean;
  /** What does not agree lies there. */
  disagree?: boolean;
}

/** What was asked for in the address; anything unknown shows the whole list. */
export function viewIn(
  query: { list?: unknown; above?: unknown; order?: unknown },
  claim_number: string | undefined,
): View {
  const filter = filterNamed(query.list) ?? 'all';
  const in_hand = claim_number === undefined ? null : addressedNumber(claim_number);
  const suggested = query.list === 'suggested' && claim_number === undefined ? suggestionsViewIn(query) : undefined;
  if (query.list === 'unread' && claim_number === undefined) return { claim_number: null, filter, unread: true };
  if (query.list === 'disagree' && claim_number === undefined) return { claim_number: null, filter, disagree: true };
  return { claim_number: in_hand, filter, suggested };
}

/** Where somebody was who sent a form of the text, from its hidden fields. */
export function viewTyped(typed: Typed, claim_number: string | undefined): View {
  const { above, order, list, in_hand } = typed;
  const number = typeof in_hand === 'string' ? numberIn(in_hand) : undefined;
  return viewIn(
    above === undefined ? { list } : { list: 'suggested', above, order },
    claim_number ?? (number === undefined ? undefined : String(number)),
  );
}
