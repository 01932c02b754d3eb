// What has changed since a report was signed: worked out when somebody looks and something has.
import type { ArticleFound } from '#src/articles/store.ts';
import { type Context, transact } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { READING_VERSION } from '#src/reading/reading-version.ts';
import { type Audience, visibilityOfAudience } from '#src/sources/held-back/audience.ts';
import { internalChanges, publicChanges } from './build-signed.ts';
import { findComparison, isStillThere, updateComparison } from './comparison-store.ts';
import { getReport, type ReportRow } from './store.ts';
import type { ReportComparisonTable } from './tables.ts';

/**
 * The differences between this report and one that would be built now for the same audience, a sentence each; none where
 * nothing changed, and for a report that was erased. Forbidden where the person may not have an internal one.
 */
export async function changedSince(
  ctx: Context,
  article: ArticleFound,
  { report, audience }: { report: ReportRow; audience: Audience },
): Promise<string[]> {
  visibilityOfAudience(audience, article.role);
  if (report.erased_at !== null) return [];
  const seen = seenOf(article, audience);
  const known = await findComparison(ctx.db, { report_id: report.id, audience });
  if (known?.seen === seen) return JSON.parse(known.changes) as string[];
  const whole = await getReport(ctx.db, article.id, report.number);
  const compare = audience === 'internal' ? internalChanges : publicChanges;
  const changes = await compare(ctx, article, whole);
  const comparison = { report_id: report.id, audience, seen, changes: JSON.stringify(changes) };
  await transact(ctx, (ctx) => keepComparison(ctx.db, comparison));
  return changes;
}

/** Keeps it, unless the report was erased while it was worked out: it quotes what is gone. */
async function keepComparison(db: Db, comparison: ReportComparisonTable): Promise<void> {
  if (await isStillThere(db, comparison.report_id)) await updateComparison(db, comparison);
}

/** All on which the model depends; what everybody may see moves with the whole desk's log. */
function seenOf({ changed_seq, desk_changed_seq, desk_log_number }: ArticleFound, audience: Audience): string {
  return [READING_VERSION, changed_seq, desk_changed_seq, audience === 'public' ? desk_log_number : ''].join(' ');
}
