// What does not agree, as the desk knows it: its two places, its key, its claim, whether it is settled. Pure.
import { createHash } from 'node:crypto';
import type { VerdictMeaning } from '#src/claims/claim.ts';
import type { PlacedClaim } from '#src/claims/store.ts';
import { contains, overlaps, placedRange, type Range } from '#src/reading/text/range.ts';

/** With what the words of the article are held against. */
export type Against = 'passage' | 'article' | 'account' | 'last_version';

/** Where it is that is no place of the article: an address, and what stands there. */
export interface OtherPlace {
  href: string;
  said: string;
  words: string;
}

export interface DeskFinding {
  /** The same for as long as it is found in this version. */
  key: string;
  against: Against;
  /** "The passage has 448, the copy 480: digits turned." */
  sentence: string;
  /** Places of the article, the one that is to be looked at first. */
  places: Range[];
  other: OtherPlace | null;
  /** The claim that is held against something, or on whose words it is; null for none. */
  claim: Pick<PlacedClaim, 'id' | 'number'> | null;
  /** The use of a source whose passage it is; null for all others. */
  evidence_id: string | null;
  /** It is about the passage of a confidential source. */
  is_confidential: boolean;
  /** What the first place would have to say to agree; null where that cannot be told. */
  instead: string | null;
  /** The claim's verdict says already that it is not simply so, or the source is named as evidence against. */
  is_told: boolean;
}

/** A stable key of a finding in a version, out of all that it is found by. */
export function keyOf(version_id: string, ...parts: (string | number | null)[]): string {
  return createHash('sha256')
    .update(JSON.stringify([version_id, ...parts]))
    .digest('hex')
    .slice(0, 24);
}

/** Those of a claim that is not so as it stands: that others say otherwise is no news. */
const TOLD: readonly (VerdictMeaning | null)[] = ['fixed', 'disputed', 'context', 'wrong', 'unsupported'];

export function isTold(claim: Pick<PlacedClaim, 'content_meaning'> | null): boolean {
  return claim !== null && TOLD.includes(claim.content_meaning);
}

/** The claim, of those that were not dropped, on whose words this is: the shortest that holds it, else one that touches it. */
export function claimOn(claims: readonly PlacedClaim[], range: Range): PlacedClaim | null {
  const touching = claims.flatMap((claim) => {
    const place = claim.state === 'withdrawn' ? null : placedRange(claim);
    return place !== null && overlaps(place, range) ? [{ claim, place }] : [];
  });
  const length = ({ place }: { place: Range }) => place.end - place.start;
  const holding = touching
    .filter(({ place }) => contains(place, range))
    .sort((one, other) => length(one) - length(other));
  return (holding[0] ?? touching[0])?.claim ?? null;
}

/** Whether one press makes a fix of it. What a confidential source says goes into the copy by hand. */
export function canBeFixed({ instead, is_confidential }: DeskFinding): boolean {
  return instead !== null && instead !== '' && !is_confidential;
}
