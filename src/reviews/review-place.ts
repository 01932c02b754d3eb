// Where a fix or a query stands in a version: at its own place, else at its claim's. Pure.
import { type Place, placedRange, type Range } from '#src/reading/text/range.ts';
import type { PlaceColumns } from './tables.ts';

/** Its range in this version, in which `placeOfClaim` knows the claims; null where it has none. */
export function rangeInVersion(
  one: PlaceColumns & { claim_id: string | null },
  version_id: string,
  placeOfClaim: (claim_id: string) => Place | undefined,
): Range | null {
  const own = placedRange({ start: one.place_start, end: one.place_end });
  if (one.place_version_id === version_id && own !== null) return own;
  const claim = one.claim_id === null ? undefined : placeOfClaim(one.claim_id);
  return claim === undefined ? null : placedRange(claim);
}
