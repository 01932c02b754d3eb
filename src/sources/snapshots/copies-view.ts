// How evidence speaks of the copies of its source, on pages and in reports. Pure.
import { localOf, sayDate, sayWhole } from '#src/dates.ts';
import type { SavedCopy } from './saved-copy-store.ts';

/** The copies that matter to evidence: the newest that stands, all that are altered, and what was erased where none stands. */
export function copiesThatCount<Copy extends SavedCopy>(copies: readonly Copy[]): Copy[] {
  const standing = copies.filter((copy) => copy.erased_at === null);
  const newest = standing[0] ?? copies[0];
  return copies.filter((copy) => copy === newest || (copy.altered_at !== null && copy.erased_at === null));
}

/** A copy in few words, as it stands under evidence: "saved copy 3, 14 March 2026". An altered one shouts, an erased one says why. */
export function sayCopy(copy: SavedCopy, zone: string): string {
  if (copy.erased_at !== null) return sayErased(copy, zone);
  const day = sayDate(localOf(copy.taken_at, zone).slice(0, 10));
  if (copy.altered_at !== null) return `Saved copy ${copy.number} has been altered since ${day}`;
  return `saved copy ${copy.number}, ${day}`;
}

/** "The saved copy was erased on 14 March 2026, 20:30 by Ada Lind, because: …"; '' where it stands. */
export function sayErased(
  copy: Pick<SavedCopy, 'erased_at' | 'erased_by_name' | 'erasure_reason'>,
  zone: string,
): string {
  if (copy.erased_at === null) return '';
  const by = copy.erased_by_name ? ` by ${copy.erased_by_name}` : '';
  const because = /[.!?…]$/.test(copy.erasure_reason) ? copy.erasure_reason : `${copy.erasure_reason}.`;
  return `The saved copy was erased on ${sayWhole(copy.erased_at, zone)}${by}, because: ${because}`;
}
