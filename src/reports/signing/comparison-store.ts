// All SQL of what has changed since a report was signed, as it was worked out last.
import { forUpdate } from '#src/database/engine.ts';
import type { Db } from '#src/database/schema.ts';
import type { ReportComparisonTable } from './tables.ts';

type Place = Pick<ReportComparisonTable, 'report_id' | 'audience'>;

/** What was worked out last for this report and audience. */
export function findComparison(db: Db, { report_id, audience }: Place): Promise<ReportComparisonTable | undefined> {
  return db
    .selectFrom('report_comparison')
    .selectAll()
    .where('report_id', '=', report_id)
    .where('audience', '=', audience)
    .executeTakeFirst();
}

/** Whether the words of the report are there; its row is locked, so that no erasure comes between. */
export async function isStillThere(db: Db, report_id: string): Promise<boolean> {
  const query = db.selectFrom('report').select('id').where('id', '=', report_id).where('erased_at', 'is', null);
  return (await forUpdate(query).executeTakeFirst()) !== undefined;
}

/** Puts it in the place of what was worked out before. */
export async function updateComparison(db: Db, comparison: ReportComparisonTable): Promise<void> {
  const { seen, changes } = comparison;
  await db
    .insertInto('report_comparison')
    .values(comparison)
    .onConflict((conflict) => conflict.columns(['report_id', 'audience']).doUpdateSet({ seen, changes }))
    .execute();
}

/** Forgets all that was worked out for the reports of an article. */
export async function deleteComparisons(db: Db, article_id: string): Promise<void> {
  await db
    .deleteFrom('report_comparison')
    .where('report_id', 'in', (eb) => eb.selectFrom('report').select('report.id').where('article_id', '=', article_id))
    .execute();
}
