// The tabs of an article: its pages, as each of them names the others. Pure.
import { url } from '#src/paths.ts';

export type ArticleTab =
  | 'text'
  | 'coverage'
  | 'second_read'
  | 'accounts'
  | 'contacts'
  | 'queries'
  | 'fixes'
  | 'own_facts'
  | 'package'
  | 'versions'
  | 'details'
  | 'log'
  | 'report';

export interface TabLink {
  href: string;
  label: string;
  /** How much waits there; 0 says nothing. */
  count: number;
  is_current: boolean;
}

/** What waits behind each tab. */
export interface TabCounts {
  second_read: number;
  accounts: number;
  queries: number;
  fixes: number;
  contacts: number;
  own_facts: number;
  package: number;
}

export interface ArticleTabs {
  tabs: TabLink[];
  /** Versions, details and log, which are looked at now and then. */
  about: TabLink;
  /** The pages of the current tab, where it has several. */
  parts: TabLink[];
  /** What the parts are of: the label of their tab. */
  parts_of: string;
}

const NOTHING: TabCounts = { second_read: 0, accounts: 0, queries: 0, fixes: 0, contacts: 0, own_facts: 0, package: 0 };

/** The pages of a tab, by their order. */
const PARTS: { of: 'writer' | 'about'; tab: ArticleTab; label: string }[] = [
  { of: 'writer', tab: 'queries', label: 'Queries' },
  { of: 'writer', tab: 'fixes', label: 'Fixes' },
  { of: 'writer', tab: 'contacts', label: 'Contacts' },
  { of: 'writer', tab: 'own_facts', label: 'Own facts' },
  { of: 'writer', tab: 'package', label: 'Handed in' },
  { of: 'about', tab: 'versions', label: 'Versions' },
  { of: 'about', tab: 'details', label: 'Details' },
  { of: 'about', tab: 'log', label: 'Log' },
];

/** The tabs of the article with this number, one of them current; for views/workbench/_tabs. */
export function articleTabs(id: number, current: ArticleTab, counts: TabCounts = NOTHING): ArticleTabs {
  const group = PARTS.find(({ tab }) => tab === current)?.of;
  const { queries, fixes, contacts, own_facts } = counts;
  const waiting = queries + fixes + contacts + own_facts + counts.package;
  const of = (tab: ArticleTab): number => (tab in counts ? counts[tab as keyof TabCounts] : 0);
  const link = (tab: ArticleTab, label: string, count = of(tab)): TabLink => {
    return { href: addressOf(id, tab), label, count, is_current: tab === current };
  };
  const writer = link('queries', 'Writer & replies', waiting);
  return {
    tabs: [
      { ...link('text', 'Text'), is_current: current === 'text' || current === 'coverage' },
      link('second_read', 'Second read'),
      link('accounts', 'Who says what'),
      { ...writer, is_current: group === 'writer' },
      link('report', 'Report'),
    ],
    about: { ...link('versions', 'About this article'), is_current: group === 'about' },
    parts: PARTS.filter((part) => part.of === group).map(({ tab, label }) => link(tab, label)),
    parts_of: group === 'writer' ? 'Writer and replies' : 'About this article',
  };
}

function addressOf(id: number, tab: ArticleTab): string {
  if (tab === 'text') return url('article', { id });
  if (tab === 'details') return url('article_details', { id });
  if (tab === 'log') return url('article_log', { id });
  return url(tab, { id });
}
