// Which words of articles, claims, sources and the log somebody typed, and what is seen of them. Pure.
import type { ArticleTable } from '#src/articles/tables.ts';
import type { LogEntry } from '#src/audit/store.ts';
import type { ClaimTable, FigureTable, PartyTable, TickTable } from '#src/claims/tables.ts';
import type { SourceTable } from '../tables.ts';
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

/** An entry of the log: where anything in it names a confidential source, none of its details are told. */
export function entrySeen(discretion: Discretion, entry: LogEntry): LogEntry {
  if (discretion.visibility === 'inside') return entry;
  const is_held = textsIn([entry.before, entry.after]).some((text) => discretion.see(text) !== text);
  return is_held ? { ...entry, before: null, after: { held_back: HELD_BACK } } : entry;
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
