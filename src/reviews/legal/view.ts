// What pages say of Legal: of a claim in hand, of a row. Pure.
import { counted } from '#src/counted.ts';
import { sayTime } from '#src/dates.ts';
import { may } from '#src/people/permissions.ts';
import type { DeskRole } from '#src/people/tables.ts';
import { type LegalOfClaim, legalOfArticle, legalStillOpen } from './legal.ts';
import type { LegalClearance, LegalHold, LegalNote, LegalRows } from './store.ts';

/** Where and when somebody looks: times are said in the zone of the desk. */
export interface LegalReader {
  role: DeskRole;
  time_zone: string;
  latest_version_number: number;
  now: string;
}

export interface Line {
  /** "Ben Okafor, 16:20, version 1". */
  by: string;
  words: string;
}

/** What a claim's panel and its row on the page of Legal show; null for those who read nothing of Legal. */
export function claimLegalView(legal: LegalOfClaim, reader: LegalReader) {
  const { role } = reader;
  if (!may(role, 'read_legal')) return null;
  const { clearance, lapsed } = legal;
  return {
    state: legal.state,
    holds: legal.holds.map((hold) => holdLine(hold, reader)),
    cleared: clearance === null ? null : clearanceLine(clearance, reader),
    lapsed: lapsed === null ? '' : `Cleared by ${clearanceLine(lapsed.clearance, reader).by}; lifted: ${lapsed.why}.`,
    notes: legal.notes.map((note) => noteLine(note, reader)),
    seen: { version: reader.latest_version_number, holds: legal.holds.length },
    may_hold: may(role, 'hold_for_legal'),
    may_clear: may(role, 'clear_for_legal') && legal.state === 'held',
  };
}

function holdLine({ person_name, held_at, version, reason }: LegalHold, reader: LegalReader): Line {
  return { by: byLine(person_name, held_at, version, reader), words: reason };
}

export function clearanceLine({ person_name, cleared_at, version, line }: LegalClearance, reader: LegalReader): Line {
  return { by: byLine(person_name, cleared_at, version, reader), words: line };
}

export function noteLine({ person_name, noted_at, version, note }: LegalNote, reader: LegalReader): Line {
  return { by: byLine(person_name, noted_at, version, reader), words: note };
}

function byLine(name: string, at: string, version: number, { time_zone, now }: LegalReader): string {
  return `${name}, ${sayTime(at, time_zone, now)}, version ${version}`;
}

/** "Legal has to see it, 2 claims held for Legal": how the article stands; '' where Legal has nothing to do with it. */
export function sayLegal(
  rows: LegalRows,
  article: Parameters<typeof legalStillOpen>[1],
  at: Parameters<typeof legalStillOpen>[2],
): string {
  const open = legalStillOpen(rows, article, at);
  const cleared = legalOfArticle(rows, article).clearance;
  return [
    open.article && 'Legal has to see it',
    cleared !== null && `cleared by Legal for version ${cleared.version}`,
    open.claims.length > 0 && `${counted(open.claims.length, 'claim')} held for Legal`,
  ]
    .filter(Boolean)
    .join(', ');
}
