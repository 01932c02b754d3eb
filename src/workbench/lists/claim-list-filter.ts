// How the table of claims is narrowed: what an address asks for, and the address that asks it. Pure.
import { type ClaimFilter, filterNamed, listInAddress } from '#src/claims/return-to.ts';
import { url } from '#src/paths.ts';
import { foldKey } from '#src/text-fields.ts';

export interface ClaimListFilter {
  find: string;
  list: ClaimFilter;
  /** 'me', 'nobody' or the number of a person; '' for anybody. */
  assigned: string;
}

/** What the address or the form asks for; what it does not know narrows nothing. */
export function claimListFilterIn(query: Record<string, unknown>): ClaimListFilter {
  const words = (name: string) => (typeof query[name] === 'string' ? query[name].trim().slice(0, 200) : '');
  const assigned = words('assigned');
  return {
    find: words('q'),
    list: filterNamed(query.list) ?? 'all',
    assigned: /^(me|nobody|[1-9]\d{0,8})$/.test(assigned) ? assigned : '',
  };
}

/** The address of the table, narrowed like this. */
export function claimListUrl(id: string | number, { find, list, assigned }: ClaimListFilter): string {
  const query = { q: find || undefined, ...listInAddress(list), assigned: assigned || undefined };
  return url('claim_list', { id }, query);
}

/** Whether every word of it stands in these texts. */
export function holdsWords(find: string, texts: readonly string[]): boolean {
  const key = foldKey(texts.join(' '));
  return foldKey(find)
    .split(' ')
    .every((word) => key.includes(word));
}
