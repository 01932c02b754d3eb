// Lists of articles with how far each is: on /articles, and on a person's own desk.
import { type ArticleFound, listArticles } from '#src/articles/store.ts';
import { listErased } from '#src/articles/version-text-store.ts';
import { countReading, type ReadingProgress } from '#src/claims/coverage/progress-store.ts';
import { type ClaimProgress, countClaims, listHands } from '#src/claims/list-store.ts';
import type { Context } from '#src/context.ts';
import { counted } from '#src/counted.ts';
import { url } from '#src/paths.ts';
import { desksWhereMayTakeIn, listDesksOf } from '#src/people/desk-store.ts';
import { articlesSeen } from '#src/sources/held-back/article-seen.ts';
import { dueOf } from '../head.ts';
import { type Meter, meterOf } from '../marks.ts';

export interface ArticleRow {
  number: number;
  title: string;
  language: string;
  outlet: string;
  desk_name: string;
  reading: { said: string; meter: Meter };
  claims: { said: string; meter: Meter };
  people: { display_name: string; initials: string }[];
  due: ReturnType<typeof dueOf>;
}

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
    may_take_in: (await desksWhereMayTakeIn(ctx)).length > 0,
    older: next === undefined ? null : url('articles', {}, { desk, before: next }),
    newest: before === undefined ? null : url('articles', {}, { desk }),
  };
}

/** The rows of these articles, in their order, in four questions. */
export async function articleRows(ctx: Context, articles: ArticleFound[]): Promise<ArticleRow[]> {
  const shown = await articlesSeen(ctx, articles);
  const ids = articles.map((article) => article.id);
  const reading = await countReading(ctx.db, ids);
  const claims = await countClaims(ctx.db, ids);
  const erased = await listErased(ctx.db, ids);
  const hands = await listHands(ctx.db, ids);
  return shown.map((article) => ({
    number: article.number,
    title: article.title,
    language: article.language,
    outlet: article.outlet,
    desk_name: article.desk_name,
    reading: erased.has(article.id)
      ? { said: 'words erased', meter: meterOf(1, []) }
      : readingOf(reading.find((one) => one.article_id === article.id)),
    claims: claimsOf(claims.filter((one) => one.article_id === article.id)),
    people: hands.filter((one) => one.article_id === article.id),
    due: dueOf(article.deadline_at, article.time_zone, ctx.at),
  }));
}

function readingOf(progress: ReadingProgress | undefined): ArticleRow['reading'] {
  const { total, unread, initialled } = progress ?? { total: 0, unread: 0, initialled: 0 };
  const read: [string, number][] = [
    ['plain', total - unread - initialled],
    ['nothing-to-check', initialled],
  ];
  const said = unread === 0 ? 'every sentence read' : `${counted(unread, 'sentence')} left`;
  return { said, meter: unread === 0 ? meterOf(1, [['whole', 1]]) : meterOf(total, read) };
}

function claimsOf(progress: ClaimProgress[]): ArticleRow['claims'] {
  const total = progress.reduce((sum, one) => sum + one.count, 0);
  const done = progress.filter((one) => one.state === 'closed');
  const count = done.reduce((sum, one) => sum + one.count, 0);
  const pieces = done.map((one): [string, number] => [one.colour ?? 'open', one.count]);
  return { said: total === 0 ? 'no claims yet' : `${count} of ${total} done`, meter: meterOf(total, pieces) };
}
