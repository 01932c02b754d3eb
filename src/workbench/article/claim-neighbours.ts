// The claims before and after one, in the list that its reader goes through. Pure.
import type { ClaimFilter } from '#src/claims/return-to.ts';
import type { Claim } from '../claim.ts';
import { listLabel, narrowed } from './claim-filters.ts';

export interface Neighbours {
  before: number | null;
  after: number | null;
  /** Where in the list it is, from 1; null where it is not, or not any more. */
  place: number | null;
  of: number;
  /** How the list is called; '' for all claims. */
  list_label: string;
}

/**
 * The claims before and after this one in the list that its reader goes through. A claim that is not in it any more, since it
 * was just judged, stands between those that are.
 */
export function neighboursIn(
  claims: readonly Claim[],
  claim: Claim,
  { filter, person_id }: { filter: ClaimFilter; person_id: string | null },
): Neighbours {
  const listed = new Set(narrowed(claims, filter, person_id).map(({ id }) => id));
  const around = claims.filter(({ id }) => id === claim.id || listed.has(id));
  const at = around.findIndex(({ id }) => id === claim.id);
  const place = [...listed].indexOf(claim.id);
  return {
    before: around[at - 1]?.number ?? null,
    after: around[at + 1]?.number ?? null,
    place: place === -1 ? null : place + 1,
    of: listed.size,
    list_label: listLabel(claims, filter),
  };
}
