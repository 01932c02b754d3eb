// The rows of articles that are put away: their last report, and what has come since.
import type { ArticleFound } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { counted } from '#src/counted.ts';
import { sayTime } from '#src/dates.ts';
import { url } from '#src/paths.ts';
import { may } from '#src/people/permissions.ts';
import { seeArticles } from '#src/sources/held-back/see-article.ts';
import { listAftermath, listReportsOf } from './aftermath-store.ts';

export interface ArchiveRow {
  number: number;
  title: string;
  language: string;
  outlet: string;
  put_away: string;
  report: { said: string; href: string; signed: string; by: string } | null;
  /** What came after the report, where the reader may know of it. */
  since: { said: string; href: string; colour: string }[];
  /** Whether the reader may bring it back. */
  may_bring_back: boolean;
}

/** In their order, in three questions. */
export async function archiveRows(ctx: Context, articles: ArticleFound[]): Promise<ArchiveRow[]> {
  const ids = articles.map(({ id }) => id);
  const reports = new Map((await listReportsOf(ctx, ids)).map((report) => [report.article_id, report]));
  const after = new Map((await listAftermath(ctx, ids)).map((row) => [row.article_id, row]));
  return (await seeArticles(ctx, articles)).map((article) => {
    const { id, number, title, language, outlet, time_zone, put_away_at } = article;
    const report = reports.get(id);
    return {
      ...{ number, title, language, outlet },
      put_away: put_away_at === null ? '' : sayTime(put_away_at, time_zone, ctx.at),
      report: report
        ? {
            said: `Report ${report.number}`,
            href: url('signed_report', { id: number, number: report.number }),
            signed: sayTime(report.signed_at, time_zone, ctx.at),
            by: report.signed_by_name,
          }
        : null,
      since: sinceOf(article, after.get(id)),
      may_bring_back: may(article.role, 'put_articles_away'),
    };
  });
}

function sinceOf(
  { number, role }: ArticleFound,
  after: { corrections: number; complaints: number } | undefined,
): ArchiveRow['since'] {
  const [corrections, complaints] = [Number(after?.corrections ?? 0), Number(after?.complaints ?? 0)];
  const href = url('complaints', { id: number });
  const since = [];
  if (corrections > 0) since.push({ said: counted(corrections, 'correction'), href, colour: 'disputed' });
  if (complaints > 0 && may(role, 'read_complaints'))
    since.push({ said: `${counted(complaints, 'complaint')} open`, href, colour: 'open' });
  return since;
}
