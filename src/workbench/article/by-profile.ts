// What the article's profile says of a claim: a star suggested, and its checklist.
import { keyGroundAt, keyReasonOf } from '#src/claims/key-rule.ts';
import { checklistFor } from '#src/people/profiles/profile.ts';
import { placedRange } from '#src/reading/text/range.ts';
import type { Claim } from '../claim.ts';
import type { WorkbenchView } from '../gather-article.ts';

export interface ByProfile {
  name: string;
  /** Why the profile suggests a star that nobody set; null where it does not, or the star is there. */
  key_reason: string | null;
  checklist: string[];
}

export function byProfile(gathered: WorkbenchView, claim: Claim): ByProfile {
  const { profile } = gathered;
  const key_reason = claim.is_key === 1 ? null : keyReasonAt(gathered, claim);
  return { name: profile.name, key_reason, checklist: checklistFor(profile, claim.kind) };
}

function keyReasonAt({ article, ground, keys }: WorkbenchView, claim: Claim): string | null {
  const range = placedRange(claim);
  if (range === null) return null;
  return keyReasonOf(keyGroundAt(ground, range, { figures: claim.figures, language: article.language }), keys);
}
