// The head of an article's pages: what it is, when it is due, what is left to read and how the claims stand.
import type { HeadOfPage } from '#src/articles/hooks.ts';
import { languageSaid } from '#src/articles/languages.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import { type ArticleTab, type ArticleTabs, articleTabs } from '#src/articles/tabs.ts';
import { counted } from '#src/counted.ts';
import { cutAtWord } from '#src/cut-at-word.ts';
import { later, sayDate, sayTime } from '#src/dates.ts';
import { sayWhatIsSeen } from '#src/live/seen.ts';
import { url } from '#src/paths.ts';
import { may } from '#src/people/permissions.ts';
import type { WorkbenchView } from './gather-article.ts';
import type { Outstanding } from './head-counts.ts';
import { type Meter, meterOf } from './marks.ts';

/** What can be said of the article alone. */
interface HeadOfArticle extends ArticleTabs, HeadOfPage {
  id: number;
  title: string;
  outlet: string;
  byline: string;
  /** Place and date of the article, as its dateline has them, this year unsaid; '' where neither is known. */
  dateline: string;
  desk_name: string;
  language: string;
  /** Where nobody said it: "Spanish, guessed", and where to say it. */
  language_guessed: { said: string; href: string } | null;
  due: { at: string; said: string; is_late: boolean } | null;
  profile: string;
  /** How it stands with Legal, or ''; and where to read more, for those who may. */
  legal: string;
  legal_href: string | null;
  asked_by: string;
  outstanding: Outstanding[];
  /** Where the page is told what others do, and how far it has seen the article. */
  live: { href: string; seen: string };
}

export interface Head extends HeadOfArticle {
  version: { number: number; received_at: string; received: string; changes: string | null };
  meters: { left_to_read: string; reading: Meter; claims_said: string; claims: Meter };
}

/** Where the text cannot be read: it was erased, or takes too long. */
export interface HeadWithoutText extends HeadOfArticle {
  version: null;
  meters: null;
}

/** In milliseconds: for so long a browser may show it again. */
const A_MOMENT = 1000;

/** The head for a page of the article, with its tabs. */
export function headOf(gathered: WorkbenchView, now: string, current: ArticleTab): Head {
  const { article, coverage, counts } = gathered;
  return {
    ...headWithoutText(article, now, current),
    version: versionOf(gathered, now),
    legal: counts.legal,
    meters: {
      left_to_read: sayLeft(coverage),
      reading: meterOf(coverage.total, [
        ['plain', coverage.total - coverage.unread - coverage.initialled],
        ['nothing-to-check', coverage.initialled],
      ]),
      claims_said: counts.claims_said,
      claims: counts.claims_meter,
    },
    outstanding: counts.outstanding,
    says_more_at: gathered.findings === null ? later(now, A_MOMENT) : null,
    ...articleTabs(article.number, current, counts.tabs),
  };
}

/** The head of an article whose text cannot be read. */
export function headWithoutText(article: ArticleFound, now: string, current: ArticleTab): HeadWithoutText {
  const { title, outlet, byline, desk_name, language, asked_by, time_zone, place, dated_on } = article;
  return {
    id: article.number,
    ...{ title, outlet, byline, desk_name, language, asked_by },
    dateline: [place, dated_on && sayDate(dated_on).replace(` ${now.slice(0, 4)}`, '')].filter(Boolean).join(', '),
    language_guessed: guessedOf(article),
    version: null,
    due: dueOf(article.deadline_at, time_zone, now),
    profile: article.profile_name,
    legal: '',
    legal_href: may(article.role, 'read_legal') ? url('legal', { id: article.number }) : null,
    live: { href: url('live', { id: article.number }), seen: sayWhatIsSeen(article) },
    meters: null,
    outstanding: [],
    says_more_at: null,
    ...articleTabs(article.number, current),
  };
}

function guessedOf(article: ArticleFound): Head['language_guessed'] {
  if (article.language_guessed === 0) return null;
  return { said: languageSaid(article), href: url('article_details', { id: article.number }) };
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

/** "8 sentences · 6 unchecked details", or "nothing". */
export function sayLeft({ unread, leftovers }: { unread: number; leftovers: number }): string {
  const left = [unread > 0 && counted(unread, 'sentence'), leftovers > 0 && counted(leftovers, 'unchecked detail')];
  return left.filter(Boolean).join(' · ') || 'nothing';
}

/** A deadline as it is said at the desk. */
export function dueOf(deadline_at: string | null, zone: string, now: string): Head['due'] {
  if (deadline_at === null) return null;
  return { at: deadline_at, said: sayTime(deadline_at, zone, now), is_late: deadline_at < now };
}
