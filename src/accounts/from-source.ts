// What a reader may see of an account and of the source it comes from. Pure.
import type { DeskRole } from '#src/people/tables.ts';
import { type Visibility, visibilityOf } from '#src/sources/confidentiality.ts';
import { type Discretion, HELD_BACK } from '#src/sources/held-back/discretion.ts';
import type { SourceTable } from '#src/sources/tables.ts';
import type { AccountFound } from './store.ts';
import { changedSince, type Present } from './taken-from.ts';

/** What stands in place of the words of a confidential source. */
export const KEPT_BACK = 'not shown: the source is confidential';

export interface AccountSeen
  extends Omit<
    AccountFound,
    | 'party_id'
    | 'source_id'
    | 'source_number'
    | 'source_title'
    | 'source_alias'
    | 'source_is_confidential'
    | 'source_type'
    | 'source_url'
    | 'taken_from'
  > {
  /** Without a number where this reader has no card to open. */
  source: { number: number | null; title: string; type: SourceTable['type']; url: string } | null;
  /** What it was taken from has changed since, in a sentence; '' where it has not, and for whoever may not see what it says. */
  changed_since: string;
}

/**
 * The account as it may be seen by a member in this role, or from there. Of one from a confidential source the outside gets
 * the alias: neither the party, whose name would tell who it was, nor what was said. `present`: what accounts rest on now, as
 * the desk knows it; without it nothing is said of what changed, as of one that does not stand any more.
 */
export function seenBy(
  reader: DeskRole | Visibility,
  account: AccountFound,
  present: Looking | null = null,
): AccountSeen {
  const { id, desk_id, article_id, question_id, is_preferred, withdrawn_at, revision } = account;
  const kept = { id, desk_id, article_id, question_id, is_preferred, withdrawn_at, revision };
  if (account.source_is_confidential === 1 && visibilityOf(reader) === 'outside')
    return { ...kept, ...NOTHING, party_name: account.source_alias ?? '', source: aliasOf(account) };
  const { party_name, party_role, value, comparator, low, high, unit, as_of, quote } = account;
  const { claim_id, claim_number, added_by, added_at, added_by_name, withdrawal_reason } = account;
  const said = { party_name, party_role, value, comparator, low, high, unit, as_of, quote };
  const noted = { claim_id, claim_number, added_by, added_at, added_by_name, withdrawal_reason };
  const is_held = value === HELD_BACK || quote === HELD_BACK;
  const changed_since = present === null || is_held ? '' : present.discretion.see(changedSince(account, present));
  return { ...kept, ...said, ...noted, source: sourceOf(account), changed_since };
}

/** What accounts rest on, and how much of what became of it the reader may see. */
export interface Looking extends Present {
  discretion: Discretion;
}

const NOTHING = {
  party_role: '',
  value: KEPT_BACK,
  comparator: null,
  low: null,
  high: null,
  unit: null,
  as_of: '',
  quote: '',
  claim_id: null,
  claim_number: null,
  added_by: null,
  added_at: '',
  added_by_name: null,
  withdrawal_reason: '',
  changed_since: '',
};

function aliasOf({ source_alias, source_type }: AccountFound): AccountSeen['source'] {
  return { number: null, title: source_alias ?? '', type: source_type ?? 'other', url: '' };
}

function sourceOf({ source_number, source_title, source_type, source_url }: AccountFound): AccountSeen['source'] {
  if (source_number === null || source_title === null) return null;
  return { number: source_number, title: source_title, type: source_type ?? 'other', url: source_url ?? '' };
}
