// Why a claim is to be checked again because of what became of its source, and how that is said. Pure.
import { causeOfRetraction, isRetracted, type LineFound } from '#src/sources/retractions/retraction.ts';
import type { SourceTable } from '#src/sources/tables.ts';
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

export interface CauseSaid extends Pick<SourceTable, 'title' | 'alias' | 'is_confidential'> {
  claim_number: number;
  cause: string;
}

/**
 * "Claim 3, “Minutes of the council”: the passage is no longer in the copy of 29 November 2026.", each once. A confidential
 * source is called by its alias.
 */
export function sayCauses(causes: readonly CauseSaid[]): string[] {
  const said = causes.map(({ claim_number, title, alias, is_confidential, cause }) => {
    const name = is_confidential === 1 ? alias : title;
    return `Claim ${claim_number}${name === '' ? '' : `, “${name}”`}: ${cause}.`;
  });
  return [...new Set(said)];
}
