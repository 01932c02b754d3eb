// Which claims a narrowed list holds, and how its choices are called. Pure.
import { isReadInList } from '#src/claims/claim.ts';
import { CLAIM_FILTERS, type ClaimFilter } from '#src/claims/return-to.ts';
import type { Claim } from '../claim.ts';

const LABELS: Record<(typeof CLAIM_FILTERS)[number], string> = {
  all: 'All',
  mine: 'Mine',
  open: 'Open',
  back: 'Back',
  again: '↻ Check again',
  ready: 'For second read',
  key: '★ Key',
  not_ok: 'Not OK',
  dropped: 'Dropped',
};

export interface FilterShown {
  filter: ClaimFilter;
  label: string;
  count: number;
  is_current: boolean;
}

/** The claims of a list, in the order of the text. */
export function narrowed(claims: readonly Claim[], filter: ClaimFilter, person_id: string | null): Claim[] {
  return claims.filter((claim) => isIn(filter, claim, person_id));
}

/** What the list may be narrowed to: by state, by verdict, by speaker; only what holds a claim, and what is chosen. */
export function filtersOf(claims: readonly Claim[], chosen: ClaimFilter, person_id: string | null) {
  const shown = (filter: ClaimFilter, label: string, count: number): FilterShown => {
    return { filter, label, count, is_current: filter === chosen };
  };
  const of = countsById(claims);
  const named = (some: [ClaimFilter, string][]) =>
    some
      .map(([one, label]) => shown(one, label, of.get(idIn(one)) ?? 0))
      .filter((one) => one.count > 0 || one.is_current);
  const states = CLAIM_FILTERS.map((one) => shown(one, LABELS[one], narrowed(claims, one, person_id).length));
  return {
    filters: states.filter((one) => one.filter === 'all' || one.count > 0 || one.is_current),
    by_verdict: named(verdictsIn(claims)),
    by_speaker: named(speakersIn(claims)),
  };
}

/** How many claims have each verdict, and each speaker, by its id: of many speakers, each claim is looked at once. */
function countsById(claims: readonly Claim[]): Map<string | null, number> {
  const counts = new Map<string | null, number>();
  const count = (id: string | null) => counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const { state, content_verdict_id, chain } of claims) {
    if (state === 'withdrawn') continue;
    count(content_verdict_id);
    for (const { party_id } of new Set(chain)) count(party_id);
  }
  return counts;
}

/** How a list is called where somebody goes through it claim by claim; '' for all of them, and for the queue of a second reader. */
export function listLabel(claims: readonly Claim[], filter: ClaimFilter): string {
  if (filter === 'all' || filter === 'second_read') return '';
  const fixed = CLAIM_FILTERS.find((one) => one === filter);
  if (fixed !== undefined) return LABELS[fixed];
  return [...verdictsIn(claims), ...speakersIn(claims)].find(([one]) => one === filter)?.[1] ?? '';
}

function verdictsIn(claims: readonly Claim[]): [ClaimFilter, string][] {
  const verdicts = new Map(claims.flatMap(({ verdict }) => (verdict === null ? [] : [[verdict.id, verdict] as const])));
  return [...verdicts.values()]
    .sort((a, b) => a.position - b.position)
    .map(({ id, mark, desk_label }) => [`verdict-${id}`, `${mark} ${desk_label}`]);
}

function speakersIn(claims: readonly Claim[]): [ClaimFilter, string][] {
  const speakers = new Map(claims.flatMap(({ chain }) => chain.map(({ party_id, name }) => [party_id, name] as const)));
  return [...speakers].map(([id, name]) => [`speaker-${id}`, name]);
}

function isIn(filter: ClaimFilter, claim: Claim, person_id: string | null): boolean {
  if (filter === 'dropped') return claim.state === 'withdrawn';
  if (claim.state === 'withdrawn') return false;
  switch (filter) {
    case 'all':
      return true;
    case 'mine':
      return claim.assignee_id === person_id && claim.state !== 'closed';
    case 'open':
      return claim.state === 'open' || claim.state === 'in_work';
    case 'back':
      return claim.state === 'returned';
    case 'again':
      return claim.check_again !== '';
    case 'ready':
      return claim.state === 'ready';
    case 'second_read':
      return waitsFor(claim, person_id) && !isPlainOk(claim);
    case 'key':
      return claim.is_key === 1;
    case 'not_ok':
      return claim.verdict !== null && claim.verdict.meaning !== 'ok';
    default:
      return isOf(filter, claim);
  }
}

/** Whether it waits for this person to read it second. */
export function waitsFor({ state, checker_id, same_as_id }: Claim, person_id: string | null): boolean {
  if (same_as_id !== null) return false;
  return state === 'ready' && (checker_id === null || checker_id !== person_id);
}

/** Whether it is read in the list that is initialled together. */
export function isPlainOk(claim: Claim): boolean {
  return isReadInList({ ...claim, is_key: claim.is_key === 1 });
}

function isOf(filter: `verdict-${string}` | `speaker-${string}`, claim: Claim): boolean {
  const id = idIn(filter);
  return filter.startsWith('verdict-')
    ? claim.content_verdict_id === id
    : claim.chain.some(({ party_id }) => party_id === id);
}

function idIn(filter: ClaimFilter): string {
  return filter.slice(filter.indexOf('-') + 1);
}
