// All SQL of what was signed in some days, and of the fixes in its copy. Counts only.
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';
import type { Days } from './store.ts';

/** How many articles a report was signed of in these days. */
export async function countSigned(db: Db, days: Days): Promise<number> {
  const [row] = await signed(db, days);
  return Number(row?.count ?? 0);
}

const signed = statement((db, { desk_id, since, until }: Days) =>
  db
    .selectFrom('report')
    .select(({ fn }) => fn.count('report.article_id').distinct().as('count'))
    .where('desk_id', '=', desk_id)
    .where('signed_at', '>=', since)
    .where('signed_at', '<', until),
);

/** The articles that a report was signed of in these days, what was signed last first. */
export const listSigned = statement((db, { desk_id, since, until, limit }: Days & { limit: number }) =>
  db
    .selectFrom('report')
    .select('article_id')
    .select(({ fn }) => [fn.max('signed_at').as('signed_at'), fn.countAll().as('reports')])
    .where('desk_id', '=', desk_id)
    .where('signed_at', '>=', since)
    .where('signed_at', '<', until)
    .groupBy('article_id')
    .orderBy('signed_at', 'desc')
    .limit(limit),
);

/** Of each of these articles, how many fixes are in its copy, whenever they were proposed. */
export function countInCopy(db: Db, article_ids: readonly string[]) {
  return db
    .selectFrom('fix')
    .select('article_id')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('article_id', 'in', article_ids)
    .where('state', '=', 'in_copy')
    .groupBy('article_id')
    .execute();
}
