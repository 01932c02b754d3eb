// The head of an article's pages: what it is, when it is due, what is left to read and how the claims stand.
import { cutAtWord } from '#src/articles/article.ts';
import { type ArticleTab, articleTabs, type TabLink } from '#src/articles/tabs.ts';
import { isDue } from '#src/contacts/contacts/contact.ts';
import { counted, wordFor } from '#src/counted.ts';
import { sayTime } from '#src/dates.ts';
import { url } from '#src/paths.ts';
import { may } from '#src/people/permissions.ts';
import { sayLegal } from '#src/reviews/legal/view.ts';
import { type Claim, standing } from './claim.ts';
import type { WorkbenchView } from './gather-article.ts';
import { type Meter, meterOf } from './marks.ts';

export interface Head {
  id: number;
  title: string;
  outlet: string;
  byline: string;
  desk_name: string;
  language: string;
  version: { number: number; received_at: string; received: string; changes: string | null };
  due: { at: string; said: string; is_late: boolean } | null;
  profile: string;
  /** How it stands with Legal, or ''; and where to read more, for those who may. */
  legal: string;
  legal_href: string | null;
  asked_by: string;
  asked_why: string;
  left_to_read: string;
  reading_meter: Meter;
  claims_said: string;
  outstanding: string;
  claims_meter: Meter;
  waiting_for_second_read: number;
  tabs: TabLink[];
}

/** The head for a page of the article, with its tabs. */
export function headOf(gathered: WorkbenchView, now: string, current: ArticleTab): Head {
  const { article, coverage } = gathered;
  const { title, outlet, byline, desk_name, language, asked_by, asked_why } = article;
  const claims = standing(gathered.claims);
  return {
    id: article.number,
    ...{ title, outlet, byline, desk_name, language, asked_by, asked_why },
    version: versionOf(gathered, now),
    due: dueOf(article.deadline_at, article.time_zone, now),
    profile: article.profile_name,
    legal: sayLegal(gathered.legal, article, gathered),
    legal_href: may(article.role, 'read_legal') ? url('legal', { id: article.number }) : null,
    left_to_read: sayLeft(coverage),
    reading_meter: meterOf(coverage.total, [
      ['plain', coverage.total - coverage.unread - coverage.initialled],
      ['nothing-to-check', coverage.initialled],
    ]),
    claims_said: sayClaims(claims),
    outstanding: sayOutstanding(claims, gathered),
    claims_meter: claimsMeter(claims, gathered),
    waiting_for_second_read: claims.filter((claim) => claim.state === 'ready').length,
    tabs: articleTabs(article.number, current),
  };
}

function versionOf({ article, ground }: WorkbenchView, now: string): Head['version'] {
  const { number, created_at } = ground.version;
  return {
    number,
    received_at: created_at,
    received: sayTime(created_at, article.time_zone, now),
    changes: number === 1 ? null : url('version_changes', { id: article.number, number }),
  };
}

const WINDOW_TITLE = 57;

/** The title of the window: what page it is, and the article as far as there is room. */
export function windowTitle({ title }: { title: string }, page = ''): string {
  const before = page === '' ? '' : `${page} · `;
  return `${before}${cutAtWord(title, WINDOW_TITLE - before.length)}`;
}

/** "8 sentences · 6 leftovers", or "nothing". */
export function sayLeft({ unread, leftovers }: { unread: number; leftovers: number }): string {
  const left = [unread > 0 && counted(unread, 'sentence'), leftovers > 0 && counted(leftovers, 'leftover')];
  return left.filter(Boolean).join(' · ') || 'nothing';
}

/** A deadline as it is said at the desk. */
export function dueOf(deadline_at: string | null, zone: string, now: string): Head['due'] {
  if (deadline_at === null) return null;
  return { at: deadline_at, said: sayTime(deadline_at, zone, now), is_late: deadline_at < now };
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
function sayOutstanding(claims: Claim[], { fixes, queries, contacts }: WorkbenchView): string {
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

function claimsMeter(claims: Claim[], { verdicts }: WorkbenchView): Meter {
  const done = claims.filter((claim) => claim.state === 'closed');
  const of = (id: string) => done.filter((claim) => claim.content_verdict_id === id).length;
  return meterOf(
    claims.length,
    verdicts.map((verdict) => [verdict.colour, of(verdict.id)]),
  );
}
