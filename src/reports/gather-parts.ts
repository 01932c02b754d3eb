// The parts of the Report tab with how much there is in each, for all pages that name them.
import type { ArticleFound } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { may } from '#src/people/permissions.ts';
import { countUnanswered } from './complaints/store.ts';
import { type PartLink, type ReportPart, reportParts } from './report-parts.ts';
import { countReports } from './signing/store.ts';

/** What this person may open, with counts of what they may read. The caller has found the article through the person. */
export async function gatherParts({ db }: Context, article: ArticleFound, current: ReportPart): Promise<PartLink[]> {
  const reports = await countReports(db, article.id);
  const complaints = may(article.role, 'read_complaints') ? await countUnanswered(db, article.id) : 0;
  return reportParts(article, current, { reports, complaints });
}
