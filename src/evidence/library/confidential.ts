// What may be known of a confidential source outside the desk: alias, kind, stance and grade, and nothing else. Pure, and the only place where it is decided.
import { may } from '#src/people/permissions.ts';
import type { DeskRole } from '#src/people/tables.ts';
import type { ContactRow } from '../contacts/store.ts';
import type { Lineage } from '../origins/first-source.ts';
import type { EvidenceRow } from '../store.ts';

/** From where somebody looks: reviewers, editors and the operator from inside; guests, writers and the public from outside. */
export type Sight = 'inside' | 'outside';

/** From where a member looks. Whatever is not known to work at the desk looks from outside. */
export function sightOf(role: DeskRole | Sight | null | undefined): Sight {
  if (role === 'inside' || role === 'outside') return role;
  return may(role, 'see_confidential') ? 'inside' : 'outside';
}

/** The evidence as it may be seen from there. Every field of a hidden use is written down here: what is new is not shown by itself. */
export function evidenceSeenFrom(sight: Sight, row: EvidenceRow): EvidenceRow {
  if (sight === 'inside') return row;
  if (row.source_is_confidential === 0) return { ...row, ...lineageSeenOutside(row) };
  const { id, desk_id, article_id, claim_id, claim_number, about, stance, reliability, credibility } = row;
  const { source_key, first_key } = row;
  return {
    id,
    desk_id,
    article_id,
    claim_id,
    claim_number,
    about,
    stance,
    reliability,
    credibility,
    source_key,
    first_key,
    derives_from: null,
    first_source: null,
    source_id: '',
    source_number: null,
    source_title: row.source_alias,
    source_alias: row.source_alias,
    source_is_confidential: 1,
    source_type: row.source_type,
    source_url: '',
    source_publisher: '',
    source_author: '',
    source_dated_on: '',
    source_proximity: null,
    source_interest: '',
    copies: [],
    passage: '',
    place: '',
    note: '',
    speaker_id: row.speaker_id,
    speaker_name: row.speaker_name,
    lookup_snapshot_id: null,
    lookup_found: null,
    lookup_ranges: '[]',
    added_by: null,
    added_by_name: null,
    added_at: '',
    removed_at: row.removed_at === null ? null : '',
    revision: 0,
  };
}

/** That an open source has it from a confidential one would tell who that is: outside, it is not said; only the count knows. */
function lineageSeenOutside({ derives_from, first_source }: Pick<Lineage, 'derives_from' | 'first_source'>) {
  const open = (one: Lineage['first_source']) => (one?.is_confidential === 0 ? one : null);
  return { derives_from: open(derives_from), first_source: open(derives_from) && open(first_source) };
}

/** The sources from which one derives, the nearest first: from outside as far as the first confidential one. */
export function lineSeenFrom<One extends { is_confidential: 0 | 1 }>(sight: Sight, line: One[]): One[] {
  const hidden = line.findIndex((one) => one.is_confidential === 1);
  return sight === 'inside' || hidden < 0 ? line : line.slice(0, hidden);
}

/** What derives from a source, those at first hand first: from outside without the confidential ones and what hangs on them. */
export function derivedSeenFrom<One extends { id: string; parent_id: string; is_confidential: 0 | 1 }>(
  sight: Sight,
  derived: One[],
): One[] {
  if (sight === 'inside') return derived;
  const hidden = new Set<string>();
  return derived.filter((one) => {
    if (one.is_confidential === 1 || hidden.has(one.parent_id)) hidden.add(one.id);
    return !hidden.has(one.id);
  });
}

/** Of whom the desk asked, from outside nothing that has to do with a confidential source. */
export function contactsSeenFrom<Row extends Pick<ContactRow, 'source_is_confidential'>>(
  sight: Sight,
  rows: Row[],
): Row[] {
  return sight === 'inside' ? rows : rows.filter((row) => row.source_is_confidential !== 1);
}

/**
 * The events that somebody outside may read in the log of an article, by the beginning of their verbs; undefined for all.
 * Sources, evidence and contacts are never among them, whatever a source was when it happened: a source that is
 * confidential now was perhaps not when its title went into the log.
 */
export function verbsSeenFrom(sight: Sight): readonly string[] | undefined {
  return sight === 'inside' ? undefined : ['article.', 'sentence.', 'words.', 'suggestion.', 'claim.', 'fix.'];
}

const LETTERS = 26;

/** The first of "Source A", "Source B" … "Source AA" that no source of the desk is called yet. */
export function freeAlias(taken: Iterable<string>): string {
  const known = new Set(taken);
  for (let count = 1; ; count += 1) {
    const alias = `Source ${lettersOf(count)}`;
    if (!known.has(alias)) return alias;
  }
}

function lettersOf(count: number): string {
  const rest = Math.floor((count - 1) / LETTERS);
  const letter = String.fromCharCode(65 + ((count - 1) % LETTERS));
  return rest === 0 ? letter : `${lettersOf(rest)}${letter}`;
}
