// All SQL of the last reports of listed articles, and of what came after them.
import { sql } from 'kysely';
import type { Context } from '#src/context.ts';

/** The latest report of each of these articles, and what came after it. */
export async function listReportsOf({ db }: Context, article_ids: readonly string[]) {
  if (article_ids.length === 0) return [];
  return db
    .selectFrom('report')
    .innerJoin('person', 'person.id', 'report.signed_by')
    .innerJoin('version', 'version.id', 'report.version_id')
    .select(['report.article_id', 'report.number', 'report.signed_at', 'person.display_name as signed_by_name'])
    .select('version.number as version_number')
    .where('report.article_id', 'in', article_ids)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('report as later')
            .select(sql`1`.as('one'))
            .whereRef('later.article_id', '=', 'report.article_id')
            .whereRef('later.number', '>', 'report.number'),
        ),
      ),
    )
    .execute();
}

/** How many corrections stand and how many complaints wait for an answer, of each of these articles that has any. */
export async function listAftermath({ db }: Context, article_ids: readonly string[]) {
  if (article_ids.length === 0) return [];
  const corrections = db
    .selectFrom('correction')
    .select(['correction.article_id', sql<number>`1`.as('is_correction')])
    .where('correction.article_id', 'in', article_ids)
    .where('correction.withdrawn_at', 'is', null);
  const complaints = db
    .selectFrom('complaint')
    .select(['complaint.article_id', sql<number>`0`.as('is_correction')])
    .where('complaint.article_id', 'in', article_ids)
    .where('complaint.answered_at', 'is', null);
  return db
    .selectFrom(corrections.unionAll(complaints).as('aftermath'))
    .select('aftermath.article_id')
    .select(sql<number>`sum(is_correction)`.as('corrections'))
    .select(sql<number>`sum(1 - is_correction)`.as('complaints'))
    .groupBy('aftermath.article_id')
    .execute();
}
