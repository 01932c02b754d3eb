// Which words of which row somebody typed: each of them passes the reader's discretion before it is shown. Pure.
import type { ArticleTable } from '#src/articles/tables.ts';
import type { LogEntry } from '#src/audit/store.ts';
import type { ClaimTable, FigureTable, PartyTable, TickTable } from '#src/claims/tables.ts';
import type { AccusedFound } from '../contacts/accused-store.ts';
import type { Accusation } from '../contacts/proposed-accused.ts';
import type { ContactRow } from '../contacts/store.ts';
import type { AccusedDismissalTable } from '../contacts/tables.ts';
import type { SourceTable } from '../library/tables.ts';
import type { OriginSaid } from '../origins/first-source.ts';
import type { SnapshotTable } from '../snapshots/tables.ts';
import type { EvidenceRow } from '../store.ts';
import { addressesIn, type Discretion, HELD_BACK, seenIn } from './discretion.ts';

export function articleSeen<Row extends ArticleTable>(discretion: Discretion, article: Row): Row {
  const seen = seenIn(discretion, article, ['title', 'byline', 'outlet', 'place', 'asked_by', 'asked_why']);
  return addressesIn(discretion, seen, ['url']);
}

/** A card of the library that is not confidential itself. */
export function cardSeen<Row extends SourceTable>(discretion: Discretion, source: Row): Row {
  const seen = seenIn(discretion, source, ['title', 'publisher', 'author', 'interest']);
  return addressesIn(discretion, seen, ['url', 'doi']);
}

/** A saved copy: what the desk wrote about it. What can be read in it is its source's, and open like it. */
export function copySeen<Row extends Pick<SnapshotTable, 'name' | 'note' | 'url' | 'final_url' | 'erasure_reason'>>(
  discretion: Discretion,
  copy: Row,
): Row {
  return seenIn(discretion, copy, ['name', 'note', 'url', 'final_url', 'erasure_reason']);
}

export function claimSeen<Row extends ClaimTable>(discretion: Discretion, claim: Row): Row {
  return seenIn(discretion, claim, ['statement', 'verdict_sentence', 'state_line', 'check_again']);
}

export function partySeen<Row extends Pick<PartyTable, 'name' | 'role'>>(discretion: Discretion, party: Row): Row {
  return seenIn(discretion, party, ['name', 'role']);
}

export function figureSeen<Row extends Pick<FigureTable, 'value' | 'unit'>>(discretion: Discretion, figure: Row): Row {
  return seenIn(discretion, figure, ['value', 'unit']);
}

export function tickSeen<Row extends TickTable>(discretion: Discretion, tick: Row): Row {
  return seenIn(discretion, tick, ['note']);
}

/** The alias of a confidential source is what it may be called; all else of it is taken out before. */
export function useSeen(discretion: Discretion, use: EvidenceRow): EvidenceRow {
  if (discretion.sight === 'inside') return use;
  if (use.source_is_confidential === 1) return seenIn(discretion, use, ['speaker_name']);
  const seen = seenIn(discretion, addressesIn(discretion, use, ['source_url']), [
    ...(['source_title', 'source_publisher', 'source_author', 'source_interest'] as const),
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

export function contactSeen(discretion: Discretion, contact: ContactRow): ContactRow {
  return seenIn(discretion, contact, [
    ...(['name', 'body', 'at_words', 'put', 'until_words', 'answer', 'answer_at_words'] as const),
    ...(['withdrawal_reason', 'party_name'] as const),
  ]);
}

export function accusedSeen(discretion: Discretion, accused: AccusedFound): AccusedFound {
  return seenIn(discretion, accused, [
    ...(['party_name', 'party_role', 'accusation', 'not_offered_reason'] as const),
    ...(['copy_words', 'copy_reason', 'withdrawal_reason'] as const),
  ]);
}

export function accusationSeen(discretion: Discretion, accusation: Accusation): Accusation {
  if (discretion.sight === 'inside') return accusation;
  const named = accusation.named.map(({ name, party }) => ({
    name: discretion.see(name),
    party: party && partySeen(discretion, party),
  }));
  return { ...accusation, named };
}

/** `name_key` goes with the name: what is not proposed is found by it. */
export function dismissalSeen(discretion: Discretion, dismissal: AccusedDismissalTable): AccusedDismissalTable {
  return seenIn(discretion, dismissal, ['name', 'name_key']);
}

/** An entry of the log: where anything in it names a confidential source, none of its details are told. */
export function entrySeen(discretion: Discretion, entry: LogEntry): LogEntry {
  if (discretion.sight === 'inside') return entry;
  const is_held = textsIn([entry.before, entry.after]).some((text) => discretion.see(text) !== text);
  return is_held ? { ...entry, before: null, after: { held_back: HELD_BACK } } : entry;
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
