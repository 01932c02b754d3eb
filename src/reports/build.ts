// Builds the draft report of an article.
import { gatherArticleView } from '#src/article-view/gather-article.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import { findHead } from '#src/audit/head.ts';
import type { PlacedClaim } from '#src/claims/store.ts';
import type { Context } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { listNames } from '#src/people/person-store.ts';
import { type Audience, ownAudience, visibilityOfAudience } from '#src/sources/held-back/audience.ts';
import { reportOf } from './make-report.ts';
import type { Report } from './report.ts';

/**
 * The draft report of the article's latest version for this audience, as things stand now: what names a confidential source
 * comes into an internal one alone. Without an audience: as the person reads it on the page. The caller has found the article
 * through the person; Forbidden where that person may not have an internal one.
 */
export async function buildReport(
  ctx: Context,
  article: ArticleFound,
  audience: Audience = ownAudience(article.role),
): Promise<Report> {
  const view = await gatherArticleView(ctx, article, visibilityOfAudience(audience, article.role));
  const names = await namesOf(ctx.db, view.claims);
  const log_head = await findHead(ctx.db, article.desk_id);
  return reportOf({ ...view, at: ctx.at, audience, names, log_head });
}

async function namesOf(db: Db, claims: PlacedClaim[]): Promise<Map<string, string>> {
  const people = new Set(claims.flatMap((claim) => [claim.checker_id, claim.second_reader_id]));
  const names = await listNames(
    db,
    [...people].filter((id) => id !== null),
  );
  return new Map(names.map((person) => [person.id, person.display_name]));
}
