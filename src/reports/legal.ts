// What a report says of Legal: to the desk by name, to everybody else that the version is cleared. Pure.
import { type LegalOfClaim, legalOfArticle, legalOfClaim } from '#src/reviews/legal/legal.ts';
import type { LegalClearance } from '#src/reviews/legal/store.ts';
import type { ReportMaterial } from './report-input.ts';
import { type Moment, momentIn } from './report-time.ts';

export interface ReportClearance {
  version: number;
  cleared_by: string;
  cleared_at: Moment;
  line: string;
}

export interface InternalLegal {
  /** The clearance of this version of the article; null where there is none. */
  cleared: ReportClearance | null;
  /** The claims that somebody holds, dropped ones left out; `cleared` is null where Legal has not cleared them as they stand. */
  claims: { claim: number; held_by: string[]; cleared: ReportClearance | null }[];
}

/** What the public may know of it: no name, no reason, no claim. */
export interface PublicLegal {
  cleared_version: number | null;
}

/** The words of Legal's notes are in no report. */
export function internalLegal({ legal, article, claims, ground }: ReportMaterial): InternalLegal {
  const zone = article.time_zone;
  const held = claims
    .filter(({ state }) => state !== 'withdrawn')
    .map((claim) => ({ claim: claim.number, legal: legalOfClaim(legal, claim, ground) }))
    .filter(({ legal: { state } }) => state !== 'free');
  return {
    cleared: clearanceIn(legalOfArticle(legal, article).clearance, zone),
    claims: held.map(({ claim, legal }) => ({
      claim,
      held_by: holdersOf(legal),
      cleared: clearanceIn(legal.clearance, zone),
    })),
  };
}

export function publicLegal({ legal, article }: ReportMaterial): PublicLegal {
  return { cleared_version: legalOfArticle(legal, article).clearance?.version ?? null };
}

/** "Frida Holm, for version 2"; to everybody else "for version 2"; '' where this version is not cleared. */
export function sayCleared(
  report: { audience: 'internal'; legal: InternalLegal } | { audience: 'public'; legal: PublicLegal },
): string {
  if (report.audience === 'public') {
    const { cleared_version } = report.legal;
    return cleared_version === null ? '' : `for version ${cleared_version}`;
  }
  const { cleared } = report.legal;
  return cleared === null ? '' : `${cleared.cleared_by}, for version ${cleared.version}`;
}

function holdersOf({ holds }: LegalOfClaim): string[] {
  return [...new Set(holds.map(({ person_name }) => person_name))];
}

function clearanceIn(clearance: LegalClearance | null, time_zone: string): ReportClearance | null {
  if (clearance === null) return null;
  const { version, person_name, cleared_at, line } = clearance;
  return { version, cleared_by: person_name, cleared_at: momentIn(cleared_at, time_zone), line };
}
