// What came after a signed report: corrections of the article, and later reports of it.
import type { ArticleFound } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { changesSince } from '#src/evidence/set-back/said-page.ts';
import { url } from '#src/paths.ts';
import { ownAudience } from '#src/sources/held-back/audience.ts';
import { discretionOn } from '#src/sources/held-back/discretion.ts';
import { listCorrections } from '../complaints/correction-store.ts';
import { correctionsIn } from '../corrections.ts';
import { listReports, type ReportRow } from '../signing/store.ts';
import { isFor } from '../signing/stored-report.ts';

export interface SinceSigned {
  corrections: { sentence: string; href: string }[];
  /** The latest report, where it is another. */
  later: { number: number; href: string } | null;
  /** What became of the sources on which claims rest, and of their passages, a sentence each. */
  sources: string[];
}

/** What a reader of a signed report has to know beside it: the report itself never changes. */
export async function sinceSigned(
  ctx: Context,
  article: ArticleFound,
  report: Pick<ReportRow, 'number' | 'signed_at'>,
): Promise<SinceSigned> {
  const { number: id, time_zone, role } = article;
  const audience = ownAudience(role);
  const [latest] = (await listReports(ctx.db, article.id)).filter((one) => isFor(one, audience));
  const corrections = await listCorrections(ctx.db, article.id);
  const discretion = await discretionOn(ctx.db, article, role);
  const since = correctionsIn(corrections, { discretion, time_zone }).filter(
    ({ made_at }) => made_at.at > report.signed_at,
  );
  const number = latest?.number ?? report.number;
  return {
    corrections: since.map((one) => ({
      sentence: one.sentence,
      href: url('correction', { id, correction: one.number }),
    })),
    sources: await changesSince(ctx, article, report.signed_at),
    later: number === report.number ? null : { number, href: url('signed_report', { id, number }) },
  };
}
