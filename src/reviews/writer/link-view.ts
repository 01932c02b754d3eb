// The page models of links for the writer: the list, and a link that is shown once.
import type { ArticleFound } from '#src/articles/store.ts';
import { sayTime } from '#src/dates.ts';
import { sayDays } from '../days.ts';
import { LINK_DAYS } from '../forms.ts';
import type { LinkFound } from './link-store.ts';

const DAYS_OFFERED = '3';

/** The links of an article, those that work first; and the form for a new one. */
export function linksPage(article: ArticleFound, links: LinkFound[], now: string) {
  const say = (at: string) => sayTime(at, article.time_zone, now);
  const rows = links.map((link) => ({
    id: link.id,
    name: link.name,
    made: `${link.maker_name ?? 'the operator'}, ${say(link.created_at)}`,
    last_used: link.last_used_at === null ? 'not opened yet' : say(link.last_used_at),
    state: stateOf(link, { say, now }),
    is_open: link.withdrawn_at === null && link.expires_at > now,
  }));
  return {
    title: 'Links for the writer',
    nav: 'articles',
    where: article.desk_name,
    article: { number: article.number, title: article.title, language: article.language },
    tab: 'queries' as const,
    rows: rows.toSorted((a, b) => Number(b.is_open) - Number(a.is_open)),
    name: article.byline,
    days: LINK_DAYS.map((value) => ({ value, label: sayDays(value) })),
    days_offered: DAYS_OFFERED,
  };
}

function stateOf(link: LinkFound, { say, now }: { say: (at: string) => string; now: string }): string {
  if (link.withdrawn_at !== null) return `withdrawn ${say(link.withdrawn_at)}`;
  return link.expires_at > now ? `valid until ${say(link.expires_at)}` : `expired ${say(link.expires_at)}`;
}

/** The page that shows a link, this one time. */
export function linkMadePage(made: { id: string; name: string; days: string; link: string }) {
  return {
    title: 'A link for the writer',
    nav: 'articles',
    width: 'narrow',
    scripts: ['copy-link'],
    ...made,
    good_for: sayDays(made.days),
  };
}
