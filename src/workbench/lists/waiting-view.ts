// What waits for a person, by article, as their own desk shows it. Pure.
import { STATE_LABELS } from '#src/claims/claim.ts';
import type { Waiting, WaitingArticle, WaitingClaim } from '#src/claims/waiting-store.ts';
import { counted } from '#src/counted.ts';
import { url } from '#src/paths.ts';
import { dueOf } from '../head.ts';

/** The articles in which something waits, each with its first claims, and what is not shown. */
export function waitingShown({ claims, articles, shown }: Waiting, now: string) {
  const more = articles - shown.length;
  return {
    claims,
    may_hand_over: shown.some(({ in_hand }) => in_hand > 0),
    groups: shown.map((article) => groupOf(article, now)),
    more: more > 0 ? `${counted(more, 'more article')} with claims for you` : '',
  };
}

function groupOf(article: WaitingArticle, now: string) {
  const { number, title, language, deadline_at, time_zone, in_hand, to_read } = article;
  const left = in_hand + to_read - article.claims.length;
  const mine = url('claims', { id: number }, { list: 'mine' });
  const second = url('second_read', { id: number });
  const counts = [
    { count: in_hand, href: mine, said: `${in_hand} to check` },
    { count: to_read, href: second, said: `${to_read} to read second` },
  ];
  return {
    ...{ number, title, language },
    due: dueOf(deadline_at, time_zone, now),
    counts: counts.filter(({ count }) => count > 0),
    claims: article.claims.map((claim) => rowOf(claim, { now, time_zone })),
    more: left === 0 ? null : { href: in_hand > 0 ? mine : second, said: `${left} more`, title },
  };
}

function rowOf(claim: WaitingClaim, { now, time_zone }: { now: string; time_zone: string }) {
  const is_back = claim.state === 'returned';
  const mark =
    is_back || claim.colour === null
      ? { colour: 'open', sign: is_back ? '↩' : '', label: STATE_LABELS[claim.state] }
      : { colour: claim.colour, sign: claim.mark ?? '', label: claim.desk_label ?? '' };
  const { number, statement } = claim;
  const list = claim.state === 'ready' ? { list: 'second_read' } : {};
  return { number, statement, list, under: underOf(claim), mark, due: dueOf(claim.due_at, time_zone, now) };
}

function underOf(claim: WaitingClaim): string {
  if (claim.state === 'ready')
    return `you read second${claim.checker_name ? `, verdict by ${claim.checker_name}` : ''}`;
  if (claim.check_again !== '') return `yours, to check again: ${claim.check_again}`;
  if (claim.state === 'returned') return `back to you: ${claim.state_line}`;
  return claim.state === 'open' ? 'yours to check' : 'yours, in work';
}
