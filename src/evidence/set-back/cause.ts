// Why a claim is to be checked again because of what became of its source, and how that is said. Pure.
import { causeOfRetraction, isRetracted, type LineFound } from '#src/sources/retractions/retraction.ts';
import { missesIn, sayMissed } from '#src/sources/watch/watch.ts';

/** All that is said of a confidential source: reports print the cause. */
export const UNSAID = 'a confidential source of it changed';

export interface GoneSaid {
  misses: string;
  is_confidential: number;
}

/** The cause that stands beside a claim whose source has an address that is gone. */
export function causeOfGone({ misses, is_confidential }: GoneSaid, zone: string): string {
  if (is_confidential === 1) return UNSAID;
  return `the address of its source is gone: ${sayMissed(missesIn({ misses }), zone)}`;
}

/** What was listed after a moment and not before; '' where the source was listed as retracted before, or is not now. */
export function causeSince(lines: readonly LineFound[], after: string, is_confidential: number): string {
  const known = lines.filter(({ stands_since }) => stands_since <= after);
  if (!isRetracted(lines) || isRetracted(known)) return '';
  return is_confidential === 1 ? UNSAID : causeOfRetraction(lines);
}

/** "Claim 3: the address of its source is gone: not reached on 3 tries since 27 November 2026.", each once. */
export function sayCauses(causes: readonly { claim_number: number; cause: string }[]): string[] {
  return [...new Set(causes.map(({ claim_number, cause }) => `Claim ${claim_number}: ${cause}.`))];
}
