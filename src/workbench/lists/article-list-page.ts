// The list of all articles of a person's desks, newest first.
import { listArticles } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { url } from '#src/paths.ts';
import { listDesksOf } from '#src/people/desk-store.ts';
import { may } from '#src/people/permissions.ts';
import { articleRows } from './article-rows-page.ts';

const ARTICLES_A_PAGE = 50;

/** The model of /articles: newest first, by the number of the last one seen. */
export async function articleList(ctx: Context, query: { before?: unknown; desk?: unknown }) {
  const before = /^[1-9]\d{0,8}$/.test(String(query.before)) ? Number(query.before) : undefined;
  const desks = await listDesksOf(ctx);
  const desk = desks.find((one) => one.slug === query.desk)?.slug;
  const found = await listArticles(ctx, { before, desk, limit: ARTICLES_A_PAGE + 1 });
  const articles = found.slice(0, ARTICLES_A_PAGE);
  const next = found.length > articles.length ? articles.at(-1)?.number : undefined;
  return {
    title: 'Articles',
    nav: 'articles',
    where: desks.length === 1 ? desks[0]?.name : undefined,
    rows: await articleRows(ctx, articles),
    desks:
      desks.length < 2
        ? []
        : [
            { label: 'All desks', href: url('articles'), is_current: desk === undefined },
            ...desks.map((one) => ({
              label: one.name,
              href: url('articles', {}, { desk: one.slug }),
              is_current: one.slug === desk,
            })),
          ],
    has_desk: desks.length > 0,
    may_take_in: desks.some(({ role }) => may(role, 'take_article_in')),
    older: next === undefined ? null : url('articles', {}, { desk, before: next }),
    newest: before === undefined ? null : url('articles', {}, { desk }),
  };
}
