// How far an article is: what is left to read, how its claims stand, what must not be forgotten. Pure.
import type { ClaimState } from '#src/claims/claim.ts';
import { coverageOf } from '#src/claims/coverage/coverage.ts';
import { isDue } from '#src/contacts/contacts/contact.ts';
import { may } from '#src/people/permissions.ts';
import type { DeskRole } from '#src/people/tables.ts';
import type { Leftover } from '#src/reading/check-worthiness/leftovers.ts';
import { placedRanges } from '#src/reading/text/range.ts';
import { legalOfArticle, legalStillOpen } from '#src/reviews/legal/legal.ts';
import type { CountedRows, StandingClaim } from './counted-rows-store.ts';

/** Goes up with every change of what is counted, or how: what is stored by another one is counted again. */
export const COUNTED_AS = 5;

/** No moment that passes and nobody's own view is counted: what is overdue, and what is mine, is said when somebody looks. */
export interface Progress {
  /** The version of which it tells. */
  version_id: string;
  words_erased: boolean;
  sentences: number;
  unread: number;
  initialled: number;
  /** Null where the text was not read when it was counted. */
  leftovers: number | null;
  /** Claims that are not dropped, by state and verdict. */
  claims: ClaimCount[];
  key_open: number;
  check_again: number;
  /** Claims whose words the latest version does not have. */
  lost: number;
  fixes_out: number;
  queries_open: number;
  replies_due: number;
  /** Without those that have to do with a confidential source. */
  replies_due_outside: number;
  /** Answers on own facts that nobody has looked at. */
  facts_new: number;
  /** What the writer handed in and nobody has taken or left. */
  handed_new: number;
  legal: LegalCount;
  /** Nothing of all this is left to do: it can be signed without a reason. */
  is_settled: boolean;
  /** The ids of those who have claims of it in hand. */
  hands: string[];
}

export interface ClaimCount {
  state: ClaimState;
  verdict_id: string | null;
  count: number;
}

export interface LegalCount {
  /** The article is marked for Legal and its latest version is not cleared. */
  has_to_see: boolean;
  is_cleared: boolean;
  held: number;
}

/** Counts one article; `leftovers` are all of its text by number of the sentence, or null where it was not read. */
export function progressOfRows(rows: CountedRows, leftovers: ReadonlyMap<number, Leftover[]> | null): Progress {
  const counts = {
    version_id: rows.version_id,
    words_erased: rows.text === null,
    ...readOf(rows, leftovers),
    ...progressOfThings(rows),
  };
  return { ...counts, is_settled: isSettled(counts) };
}

/** What of it is counted without the text. */
export type ProgressOfThings = Omit<Progress, keyof ReadOf | 'version_id' | 'words_erased' | 'is_settled'>;

/** Counts what hangs on the text, and not the text. */
export function progressOfThings(rows: Omit<CountedRows, 'ticks' | 'initialled_ids' | 'version_id'>): ProgressOfThings {
  const claims = rows.claims.filter(({ state }) => state !== 'withdrawn');
  const due = rows.contacts.filter(isDue);
  return {
    claims: byStateAndVerdict(claims),
    key_open: claims.filter((claim) => claim.is_key === 1 && claim.state !== 'closed').length,
    check_again: claims.filter((claim) => claim.check_again !== '' && claim.anchor_status !== 'lost').length,
    lost: claims.filter((claim) => claim.anchor_status === 'lost').length,
    fixes_out: rows.fixes.filter(({ state }) => state === 'asked' || state === 'agreed').length,
    queries_open: rows.queries.filter(({ state }) => state === 'open').length,
    replies_due: due.length,
    replies_due_outside: due.filter(({ source_is_confidential }) => source_is_confidential !== 1).length,
    facts_new: rows.facts.filter((one) => one.noted_at === null).length,
    handed_new: rows.handed_new,
    legal: legalOf(rows),
    hands: [...new Set(claims.flatMap(({ assignee_id }) => assignee_id ?? []))].sort(),
  };
}

function isSettled(counts: Omit<Progress, 'is_settled'>): boolean {
  const { unread, leftovers, check_again, lost, fixes_out, queries_open, replies_due, legal, facts_new, handed_new } =
    counts;
  const left = [
    unread,
    leftovers ?? 0,
    check_again,
    lost,
    fixes_out,
    queries_open,
    replies_due,
    facts_new,
    handed_new,
    legal.held,
  ];
  const is_done = counts.claims.every(({ state }) => state === 'closed');
  return is_done && left.every((count) => count === 0) && !legal.has_to_see && !counts.words_erased;
}

/** What somebody of this role at the desk sees of it. */
export function progressSeen(progress: Progress, role: DeskRole): Progress {
  return {
    ...progress,
    queries_open: may(role, 'read_queries') ? progress.queries_open : 0,
    facts_new: may(role, 'read_queries') ? progress.facts_new : 0,
    handed_new: may(role, 'read_queries') ? progress.handed_new : 0,
    replies_due: may(role, 'see_confidential') ? progress.replies_due : progress.replies_due_outside,
    legal: may(role, 'read_legal') ? progress.legal : { ...progress.legal, held: 0 },
  };
}

/** How many of the claims stand in one of these states. */
export function countIn({ claims }: Pick<Progress, 'claims'>, ...states: ClaimState[]): number {
  return claims.reduce((sum, { state, count }) => sum + (states.includes(state) ? count : 0), 0);
}

type ReadOf = Pick<Progress, 'sentences' | 'unread' | 'initialled' | 'leftovers'>;

function readOf(
  { text, sentences, ticks, initialled_ids, ...rows }: CountedRows,
  leftovers: ReadonlyMap<number, Leftover[]> | null,
): ReadOf {
  if (text === null) return { sentences: 0, unread: 0, initialled: 0, leftovers: 0 };
  const claims = rows.claims.filter(({ state }) => state !== 'withdrawn');
  const { total, ...coverage } = coverageOf(text, sentences, {
    ranges: [...placedRanges(claims), ...ticks],
    initialled_ids,
    leftovers_of: ({ number }) => leftovers?.get(number) ?? [],
  });
  const { unread, initialled } = coverage;
  return { sentences: total, unread, initialled, leftovers: leftovers === null ? null : coverage.leftovers };
}

function byStateAndVerdict(claims: readonly StandingClaim[]): ClaimCount[] {
  const counts = new Map<string, ClaimCount>();
  for (const { state, content_verdict_id: verdict_id } of claims) {
    const key = `${state} ${verdict_id}`;
    const count = (counts.get(key)?.count ?? 0) + 1;
    counts.set(key, { state, verdict_id, count });
  }
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, count]) => count);
}

function legalOf({
  article,
  legal,
  claims,
  text,
  sentences,
}: Pick<CountedRows, 'article' | 'legal' | 'claims' | 'text' | 'sentences'>): LegalCount {
  const open = legalStillOpen(legal, article, { claims, ground: { text: text ?? '', sentences } });
  return {
    has_to_see: open.article,
    is_cleared: legalOfArticle(legal, article).clearance !== null,
    held: open.claims.length,
  };
}
