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
  | 'versions'
  | 'details'
  | 'log'
  | 'report';

export interface TabLink {
  href: string;
  label: string;
  is_current: boolean;
}

/** The tabs of the article with this number, one of them current; for views/workbench/_tabs. */
export function articleTabs(id: number, current: ArticleTab): TabLink[] {
  const tabs: [ArticleTab, string, string][] = [
    ['text', url('article', { id }), 'Text'],
    ['coverage', url('coverage', { id }), 'Left to read'],
    ['second_read', url('second_read', { id }), 'Second read'],
    ['accounts', url('accounts', { id }), 'Who says what'],
    ['contacts', url('contacts', { id }), 'Contacts'],
    ['queries', url('queries', { id }), 'Queries'],
    ['fixes', url('fixes', { id }), 'Fixes'],
    ['versions', url('versions', { id }), 'Versions'],
    ['details', url('article_details', { id }), 'Details'],
    ['log', url('article_log', { id }), 'Log'],
    ['report', url('report', { id }), 'Report'],
  ];
  return tabs.map(([tab, href, label]) => ({ href, label, is_current: tab === current }));
}
