// An account as a line of its question: who says what since when, and where the desk has it from.
import { figureWords } from '#src/claims/figures/figure-words.ts';
import { url } from '#src/paths.ts';
import { sayAsOf } from './as-of.ts';
import type { AccountSeen, Looking } from './from-source.ts';
import { renewalOf } from './renewal.ts';
import type { AccountFound } from './store.ts';

export interface AccountLine {
  id: string;
  who: string;
  role: string;
  says: string;
  /** The figure as data, where it says more than the words do. */
  figure: string;
  as_of: string;
  quote: string;
  from: { words: string; href: string | null } | null;
  claim_number: number | null;
  is_preferred: boolean;
  withdrawal_reason: string;
  /** What it was taken from has changed since; '' where it has not. And which state of that the page shows. */
  changed_since: string;
  seen: string;
  /** What it would say, taken anew; '' where nothing changed since, or what it came from is gone. */
  renewed: string;
}

/** What the account would say, taken anew, for whoever may see that it changed. */
export function renewedValue(
  { changed_since }: AccountSeen,
  { account, present }: { account: AccountFound; present: Looking },
): string {
  if (changed_since === '') return '';
  return present.discretion.see(renewalOf(account, present)?.value ?? '');
}

/** One account as a row of the table. */
export function lineOf(
  account: AccountSeen,
  { id, now, time_zone }: { id: number; now: string; time_zone: string },
): AccountLine {
  const figure = account.comparator === null ? '' : figureWords({ ...account, comparator: account.comparator });
  return {
    id: account.id,
    who: account.party_name,
    role: account.party_role,
    says: account.value,
    figure: figure === account.value ? '' : figure,
    as_of: sayAsOf(account.as_of, { now, time_zone }),
    quote: account.quote === account.value ? '' : account.quote,
    from: originOf(account, id),
    claim_number: account.claim_number,
    is_preferred: account.is_preferred === 1,
    withdrawal_reason: account.withdrawal_reason,
    changed_since: account.changed_since,
    seen: '',
    renewed: '',
  };
}

function originOf({ claim_number, source }: AccountSeen, id: number): AccountLine['from'] {
  if (claim_number !== null)
    return { words: `claim ${claim_number}`, href: url('claim', { id, number: claim_number }) };
  if (source === null) return null;
  return { words: source.title, href: source.number === null ? null : url('source', { number: source.number }) };
}
