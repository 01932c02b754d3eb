// A use of a source with what pages and reports say of it, and what of that somebody may see. Pure.
import type { Visibility } from '#src/sources/confidentiality.ts';
import { addressesIn, type Discretion, seenIn } from '#src/sources/held-back/discretion.ts';
import type { Counted, Lineage, OriginSaid } from '#src/sources/origins/first-source.ts';
import type { SavedCopy } from '#src/sources/snapshots/saved-copy-store.ts';
import type { SourceTable } from '#src/sources/tables.ts';
import type { EvidenceTable } from './tables.ts';

export interface EvidenceRow extends EvidenceTable, Counted, Pick<Lineage, 'derives_from' | 'first_source'> {
  claim_number: number;
  /** The number of its card; null where this reader has none to open. */
  source_number: number | null;
  /** The title; for those who look from outside, the alias of a confidential source. */
  source_title: string;
  source_alias: string;
  /** What the public reads of why a confidential source has no name; '' where nothing is said. */
  source_anonymity_reason: string;
  source_granted_by: string;
  source_is_confidential: number;
  source_type: SourceTable['type'];
  source_url: string;
  source_publisher: string;
  source_author: string;
  source_dated_on: string;
  source_proximity: SourceTable['proximity'];
  source_interest: string;
  source_doi: string;
  /** What retraction lists say of it, in sentences; '' where none names it. */
  source_paper: string;
  /** Retracted, and not reinstated since. */
  source_is_retracted: boolean;
  /** When its card was added. */
  source_added_at: string;
  /** What is saved of the source, newest first. */
  copies: SavedCopy[];
  /** Whose words it is about, where it is about one speaker's. */
  speaker_name: string | null;
  /** Who added it; null where the operator did. */
  added_by_name: string | null;
}

/** What of a confidential source nobody sees from outside. */
const NOTHING_TOLD = {
  derives_from: null,
  first_source: null,
  source_id: '',
  source_number: null,
  source_is_confidential: 1,
  source_url: '',
  source_publisher: '',
  source_author: '',
  source_dated_on: '',
  source_proximity: null,
  source_interest: '',
  source_granted_by: '',
  source_doi: '',
  source_paper: '',
  source_is_retracted: false,
  source_added_at: '',
  passage: '',
  place: '',
  note: '',
  lookup_snapshot_id: null,
  lookup_found: null,
  lookup_ranges: '[]',
  added_by: null,
  added_by_name: null,
  added_at: '',
  revision: 0,
} as const satisfies Partial<EvidenceRow>;

/** The evidence as it may be seen from there. Every field of a hidden use is written down: what is new is not shown by itself. */
export function evidenceSeenFrom(visibility: Visibility, row: EvidenceRow): EvidenceRow {
  if (visibility === 'inside') return row;
  if (row.source_is_confidential === 0) return { ...row, ...lineageSeenOutside(row) };
  const { id, desk_id, article_id, claim_id, claim_number, about, stance, reliability, credibility } = row;
  const { source_key, first_key, source_alias, source_anonymity_reason, source_type, speaker_id, speaker_name } = row;
  return {
    ...NOTHING_TOLD,
    ...{ id, desk_id, article_id, claim_id, claim_number, about, stance, reliability, credibility },
    ...{ source_key, first_key, source_alias, source_anonymity_reason, source_type, speaker_id, speaker_name },
    source_title: source_alias,
    copies: [],
    removed_at: row.removed_at === null ? null : '',
  };
}

/** That an open source has it from a confidential one would tell who that is: outside, it is not said; only the count knows. */
function lineageSeenOutside({ derives_from, first_source }: Pick<Lineage, 'derives_from' | 'first_source'>) {
  const open = (one: Lineage['first_source']) => (one?.is_confidential === 0 ? one : null);
  return { derives_from: open(derives_from), first_source: open(derives_from) && open(first_source) };
}

/** The alias of a confidential source is what it may be called; all else of it is taken out before. */
export function useSeen(discretion: Discretion, use: EvidenceRow): EvidenceRow {
  if (discretion.visibility === 'inside') return use;
  if (use.source_is_confidential === 1) return seenIn(discretion, use, ['speaker_name', 'source_anonymity_reason']);
  const seen = seenIn(discretion, addressesIn(discretion, use, ['source_url', 'source_doi']), [
    ...(['source_title', 'source_publisher', 'source_author', 'source_interest', 'source_paper'] as const),
    ...(['passage', 'place', 'note', 'speaker_name'] as const),
  ]);
  return {
    ...seen,
    derives_from: originSeen(discretion, use.derives_from),
    first_source: originSeen(discretion, use.first_source),
    copies: use.copies.map((copy) => seenIn(discretion, copy, ['erasure_reason'])),
  };
}

function originSeen(discretion: Discretion, origin: OriginSaid | null): OriginSaid | null {
  return origin && seenIn(discretion, origin, ['title']);
}
