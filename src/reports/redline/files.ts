// The article with its fixes and findings as a Word file, drawn up for one audience.
import type { ArticleFound } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import type { OutgoingFile } from '#src/outgoing-file.ts';
import { gatherReviews } from '#src/reviews/gather-reviews.ts';
import type { Redline } from '#src/reviews/redline/redline.ts';
import { REDLINE_FILE } from '#src/reviews/redline/redline-file.ts';
import { unnamedReviews } from '#src/reviews/unnamed-reviews.ts';
import { type Audience, visibilityOfAudience } from '#src/sources/held-back/audience.ts';
import { writeFile } from '#src/sources/held-back/file-format.ts';
import { buildReport } from '../build.ts';
import { articleRedline } from './article-redline.ts';

/**
 * The latest version with its agreed fixes as tracked changes and the findings as comments. It leaves the desk: unless it is
 * internal, nothing that the desk wrote in it names a confidential source. Forbidden where the person may not have an internal
 * one. The caller has found the article.
 */
export async function writeRedlineFile(ctx: Context, article: ArticleFound, audience: Audience): Promise<OutgoingFile> {
  const redline = await gatherRedline(ctx, article, audience);
  return writeFile({ format: REDLINE_FILE }, redline, { name: `claimdesk-${article.number}-redline`, audience });
}

async function gatherRedline(ctx: Context, article: ArticleFound, audience: Audience): Promise<Redline> {
  const material = await gatherReviews(ctx, article, visibilityOfAudience(audience, article.role));
  const report = await buildReport(ctx, article, audience);
  // A version that came between the two: both are asked again.
  if (report.version.number !== material.ground.version.number) return gatherRedline(ctx, article, audience);
  const is_named = report.audience === 'internal' || report.house.names_public;
  return articleRedline(is_named ? material : unnamedReviews(material), report);
}
