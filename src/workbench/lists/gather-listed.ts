// Gathers a page of the list of articles over all desks of a person, as narrowed and in its order.
import type { ArticleFound } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { dayEnd, later } from '#src/dates.ts';
import type { DeskFound } from '#src/people/desk-store.ts';
import { listMembers } from '#src/people/member-store.ts';
import { may } from '#src/people/permissions.ts';
import { progressOf } from '#src/progress/gather-progress.ts';
import { seeArticles } from '#src/sources/held-back/see-article.ts';
import { foldKey } from '#src/text-fields.ts';
import type { Cursor, DueRange, ListFilter } from './list-filter.ts';
import { cursorOf, type ListWanted, listArticlesAt, NO_DEADLINE } from './store.ts';

const WEEK = 7 * 86_400_000;
/** So often is a page filled up where articles had to be counted first. */
const MOST_ROUNDS = 20;

/** So many articles as fit on a page, and from where the next one goes on; null where there is none. */
export async function gatherListed(
  ctx: Context,
  filter: ListFilter,
  { desks, limit }: { desks: DeskFound[]; limit: number },
): Promise<{ articles: ArticleFound[]; next: Cursor | null }> {
  const articles: ArticleFound[] = [];
  let after = filter.after;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { found, is_last } = await oneRound(ctx, { ...filter, after }, { desks, limit });
    for (const article of await thoseMeant(ctx, filter, found)) {
      if (articles.length === limit) return { articles, next: cursorOf(articles.at(-1) as ArticleFound, filter) };
      articles.push(article);
    }
    const last = found.at(-1);
    if (is_last || last === undefined) break;
    after = cursorOf(last, filter);
  }
  return { articles, next: null };
}

async function oneRound(
  ctx: Context,
  filter: ListFilter,
  { desks, limit }: { desks: DeskFound[]; limit: number },
): Promise<{ found: ArticleFound[]; is_last: boolean }> {
  const all: ArticleFound[] = [];
  for (const desk of desks) {
    const assignee_id = await assigneeAt(ctx, desk, filter.assigned);
    if (assignee_id === undefined) continue;
    const due = dueRange(filter.due, { now: ctx.at, time_zone: desk.time_zone });
    const { state, order, words, after } = filter;
    all.push(
      ...(await listArticlesAt(ctx, {
        ...{ desk_id: desk.id, state, order, words, assignee_id, due, after },
        limit: limit + 1,
      })),
    );
  }
  const found = all.sort(inOrder(filter)).slice(0, limit + 1);
  return { found, is_last: all.length <= limit };
}

function inOrder(filter: Pick<ListWanted, 'state' | 'order'>) {
  const sign = filter.order === 'newest' ? -1 : 1;
  return (one: ArticleFound, other: ArticleFound): number => {
    const [mine, theirs] = [cursorOf(one, filter), cursorOf(other, filter)];
    if (mine.key !== theirs.key) return mine.key < theirs.key ? -sign : sign;
    return sign * (mine.number - theirs.number);
  };
}

/** Null for anybody, '' for nobody, undefined where the desk has no such person. */
async function assigneeAt(ctx: Context, desk: DeskFound, assigned: string): Promise<string | null | undefined> {
  if (assigned === 'any') return null;
  if (assigned === 'nobody') return '';
  if (assigned === 'me') return ctx.actor.id ?? undefined;
  return (await listMembers(ctx.db, desk.id)).find(({ number }) => number === Number(assigned))?.person_id;
}

function dueRange(due: DueRange, { now, time_zone }: { now: string; time_zone: string }): ListWanted['due'] {
  const all = { from: '', before: '~' };
  if (due === 'late') return { ...all, before: now };
  if (due === 'today') return { ...all, before: dayEnd(now, time_zone) };
  if (due === 'week') return { ...all, before: later(now, WEEK) };
  return due === 'none' ? { ...all, from: NO_DEADLINE } : all;
}

/** The statement lets through what was not counted since, and words of titles that some readers must not see. */
async function thoseMeant(ctx: Context, filter: ListFilter, found: ArticleFound[]): Promise<ArticleFound[]> {
  const seen = await thoseSeen(ctx, filter, found);
  if (filter.state !== 'open' && filter.state !== 'ready') return seen;
  const progress = await progressOf(ctx, seen);
  return seen.filter(({ id }) => progress.get(id)?.is_settled === (filter.state === 'ready'));
}

async function thoseSeen(ctx: Context, { words }: ListFilter, found: ArticleFound[]): Promise<ArticleFound[]> {
  const held_back = found.filter(({ role }) => !may(role, 'see_confidential'));
  if (words.length === 0 || held_back.length === 0) return found;
  const shown = new Map((await seeArticles(ctx, held_back)).map((article) => [article.id, article]));
  return found.filter(({ id }) => {
    const article = shown.get(id);
    const key = article && foldKey(`${article.title} ${article.byline}`);
    return key === undefined || words.every((word) => key.includes(word));
  });
}
