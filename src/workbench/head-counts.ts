// How an article stands, counted and said, as the head of its pages shows it. Pure.
import type { ArticleView } from '#src/article-view/gather-article.ts';
import { type Suggestion, USUAL_LINE } from '#src/claims/analysis/suggestion.ts';
import { isDue } from '#src/contacts/contacts/contact.ts';
import { wordFor } from '#src/counted.ts';
import { sayLegal } from '#src/reviews/legal/view.ts';
import { type Claim, standing } from './claim.ts';
import { type Meter, meterOf } from './marks.ts';

/** What is the same for all who look in one role, as long as nothing changes. */
export interface HeadCounts {
  /** Claims that are not dropped. */
  claims: number;
  claims_said: string;
  claims_meter: Meter;
  waiting_for_second_read: number;
  outstanding: string;
  /** How it stands with Legal, or ''. */
  legal: string;
  /** How much is suggested from the usual line up. */
  suggestions: number;
}

type Counted = Omit<ArticleView, 'claims'> & { claims: readonly Claim[]; suggestions: readonly Suggestion[] };

export function countsOf(view: Counted): HeadCounts {
  const claims = standing(view.claims);
  return {
    claims: claims.length,
    claims_said: sayClaims(claims),
    claims_meter: claimsMeter(claims, view),
    waiting_for_second_read: claims.filter((claim) => claim.state === 'ready').length,
    outstanding: sayOutstanding(claims, view),
    legal: sayLegal(view.legal, view.article, view),
    suggestions: view.suggestions.filter(({ score }) => score >= USUAL_LINE).length,
  };
}

function sayClaims(claims: Claim[]): string {
  const count = (state: Claim['state']) => claims.filter((claim) => claim.state === state).length;
  const words: [number, string][] = [
    [count('closed'), 'done'],
    [count('ready'), 'for second read'],
    [count('returned'), 'back'],
    [count('in_work'), 'in work'],
    [count('open'), 'open'],
  ];
  return sayCounts(words) || 'none marked yet';
}

/** What must not be forgotten before the end: "3 key claims open · 4 fixes not in"; empty when there is nothing. */
function sayOutstanding(claims: Claim[], { fixes, queries, contacts }: Counted): string {
  const key_open = claims.filter((claim) => claim.is_key === 1 && claim.state !== 'closed').length;
  const fixes_out = fixes.filter((fix) => fix.state === 'asked' || fix.state === 'agreed').length;
  const queries_open = queries.filter((query) => query.state === 'open').length;
  const replies_due = contacts.filter(isDue).length;
  return sayCounts([
    [claims.filter((claim) => claim.check_again !== '' && claim.anchor_status !== 'lost').length, 'to check again'],
    [claims.filter((claim) => claim.anchor_status === 'lost').length, 'without its words'],
    [key_open, wordFor(key_open, 'key claim open', 'key claims open')],
    [fixes_out, wordFor(fixes_out, 'fix not in', 'fixes not in')],
    [queries_open, wordFor(queries_open, 'query open', 'queries open')],
    [replies_due, wordFor(replies_due, 'reply due', 'replies due')],
  ]);
}

function sayCounts(words: [number, string][]): string {
  return words
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${number} ${word}`)
    .join(' · ');
}

function claimsMeter(claims: Claim[], { verdicts }: Counted): Meter {
  const done = claims.filter((claim) => claim.state === 'closed');
  const of = (id: string) => done.filter((claim) => claim.content_verdict_id === id).length;
  return meterOf(
    claims.length,
    verdicts.map((verdict) => [verdict.colour, of(verdict.id)]),
  );
}
