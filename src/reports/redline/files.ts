// The article with its fixes and findings as a Word file, drawn up for one audience.
import { MEDIA_TYPES } from '#src/articles/intake/commands.ts';
import { findOriginal } from '#src/articles/intake/store.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { readFile } from '#src/files/commands.ts';
import type { OutgoingFile } from '#src/outgoing-file.ts';
import { may } from '#src/people/permissions.ts';
import { gatherReviews } from '#src/reviews/gather-reviews.ts';
import type { Redline } from '#src/reviews/redline/redline.ts';
import { REDLINE_FILE } from '#src/reviews/redline/redline-file.ts';
import { unnamedReviews } from '#src/reviews/unnamed-reviews.ts';
import { type Audience, visibilityOfAudience } from '#src/sources/held-back/audience.ts';
import { writeFile } from '#src/sources/held-back/file-format.ts';
import { buildReport } from '../build.ts';
import { articleRedline } from './article-redline.ts';

/**
 * The latest version with its agreed fixes as tracked changes and the findings as comments, in the writer's own Word document
 * where it came from one. It leaves the desk: unless it is
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
  const redline = articleRedline(is_named ? material : unnamedReviews(material), report);
  // An internal file says so on each of its pages, and the writer's own has no room for that.
  const document = redline.face === '' ? await writersDocument(ctx, article, report.version.number) : undefined;
  return document === undefined ? redline : { ...redline, document };
}

/** The Word document that the version came from, where the person may see it. */
async function writersDocument(ctx: Context, article: ArticleFound, version: number): Promise<Uint8Array | undefined> {
  if (!may(article.role, 'see_original')) return undefined;
  const original = await findOriginal(ctx.db, article.id, version);
  if (original?.media_type !== MEDIA_TYPES.docx) return undefined;
  const chunks: Buffer[] = [];
  for await (const chunk of readFile(ctx.db, original.id)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
