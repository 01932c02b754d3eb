// Why a claim is to be checked again because of what became of its source, and how that is said. Pure.
import { missesIn, sayMissed } from '#src/sources/watch/watch.ts';

/** All that is said of a confidential source: reports print the cause. */
const UNSAID = 'a confidential source of it changed';

export interface GoneSaid {
  misses: string;
  is_confidential: number;
}

/** The cause that stands beside a claim whose source has an address that is gone. */
export function causeOfGone({ misses, is_confidential }: GoneSaid, zone: string): string {
  if (is_confidential === 1) return UNSAID;
  return `the address of its source is gone: ${sayMissed(missesIn({ misses }), zone)}`;
}

/** "Claim 3: the address of its source is gone: not reached on 3 tries since 27 November 2026.", each once. */
export function sayCauses(causes: readonly { claim_number: number; cause: string }[]): string[] {
  return [...new Set(causes.map(({ claim_number, cause }) => `Claim ${claim_number}: ${cause}.`))];
}
