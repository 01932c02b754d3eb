// What checking a ZIP says: of each check what was found, and how it is known. Pure.
import type { Audience } from '#src/sources/held-back/audience.ts';

export interface Checked {
  /** “Names and hashes”. */
  check: string;
  /** Worked out anew from what lies in the ZIP, or taken from the signed report because the ZIP does not hold what it needs. */
  how: 'recomputed' | 'taken';
  /** What holds, in a sentence. */
  said: string;
  /** A sentence for each thing that does not hold, the first one first. */
  faults: string[];
}

export interface Retraced {
  audience: Audience | null;
  desk: string;
  article: number | null;
  report: number | null;
  signed_at: string;
  /** Fingerprints of the key that signed the report, and of the one that sealed the ZIP; '' where it did not come to that. */
  report_key: string;
  zip_key: string;
  /** Whether the key of the seal is one that was named as trusted; null where none was named. */
  is_trusted: boolean | null;
  /** In their order; none behind the first that has a fault. */
  checks: Checked[];
  /** The first thing that does not hold; null where everything does. */
  fault: string | null;
}

export function recomputed(check: string, said: string, faults: readonly string[] = []): Checked {
  return { check, how: 'recomputed', said, faults: [...faults] };
}

export function taken(check: string, said: string): Checked {
  return { check, how: 'taken', said, faults: [] };
}
