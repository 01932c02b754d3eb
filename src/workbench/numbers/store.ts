// All SQL of the numbers of a desk. Counts only; the caller has found the desk through the person.
import { sql } from 'kysely';
import { engineOf } from '#src/database/engine.ts';
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';
import type { ChangeKind } from '#src/reading/consistency/change-kind.ts';
import type { FixTable } from '#src/reviews/tables.ts';
import type { Period } from './span.ts';

/** Moments: from `since` on, and before `until`. */
export interface Days {
  desk_id: string;
  since: string;
  until: string;
}

export interface FixCount {
  kind: ChangeKind | null;
  state: FixTable['state'];
  /** In no version up to the one of the article's first report: after print. */
  is_after: 0 | 1;
  count: number | string;
}

/** The fixes that were proposed in these days, by kind, by what became of them and whether they came after print. */
export const countFixes = statement((db, { desk_id, since, until }: Days) =>
  db
    .selectFrom('fix')
    .leftJoin('change_kind', 'change_kind.change_id', 'fix.id')
    .leftJoin('version as has', 'has.id', 'fix.in_copy_version_id')
    .leftJoin('report', (join) => join.onRef('report.article_id', '=', 'fix.article_id').on('report.number', '=', ONE))
    .leftJoin('version as signed', 'signed.id', 'report.version_id')
    .select(['change_kind.kind', 'fix.state', IS_AFTER.as('is_after')])
    .select(({ fn }) => fn.countAll().as('count'))
    .where('fix.desk_id', '=', desk_id)
    .where('fix.asked_at', '>=', since)
    .where('fix.asked_at', '<', until)
    .groupBy(['change_kind.kind', 'fix.state', IS_AFTER])
    .$castTo<FixCount>(),
);

const ONE = sql<number>`1`;
const IS_AFTER = sql<0 | 1>`case when has.number > signed.number then 1 else 0 end`;

export interface CorrectionCount {
  kind: ChangeKind | null;
  count: number | string;
  /** Of them on the outlet's page. */
  printed: number | string;
}

/** The corrections that were made in these days and stand, by kind. */
export const countCorrections = statement((db, { desk_id, since, until }: Days) =>
  db
    .selectFrom('correction')
    .leftJoin('change_kind', 'change_kind.change_id', 'correction.id')
    .select('change_kind.kind')
    .select(({ fn }) => [fn.countAll().as('count'), fn.count('correction.since_at').as('printed')])
    .where('correction.desk_id', '=', desk_id)
    .where('correction.made_at', '>=', since)
    .where('correction.made_at', '<', until)
    .where('correction.withdrawn_at', 'is', null)
    .groupBy('change_kind.kind')
    .$castTo<CorrectionCount>(),
);

/** When the first claim of the desk that is done was closed; '' where none is. */
export async function firstClosedAt(db: Db, desk_id: string): Promise<string> {
  const [first] = await firstClosed(db, { desk_id });
  return first?.closed_at ?? '';
}

const firstClosed = statement((db, { desk_id }: { desk_id: string }) =>
  db
    .selectFrom('claim')
    .select('closed_at')
    .where('desk_id', '=', desk_id)
    .where('closed_at', 'is not', null)
    .orderBy('closed_at')
    .limit(1),
);

export interface VerdictCount {
  /** Which of the periods, from 0. */
  place: number;
  verdict_id: string;
  count: number | string;
}

/** The claims that are done, by the period in which they were closed and by verdict: read out of an index alone. */
export async function countVerdicts(db: Db, desk_id: string, periods: readonly Period[]): Promise<VerdictCount[]> {
  const moment = (at: string) => (engineOf(db) === 'postgres' ? sql`cast(${at} as text) collate "C"` : sql`${at}`);
  const rows = periods.map(({ since, until }, place) => sql`(${sql.lit(place)}, ${moment(since)}, ${moment(until)})`);
  const { rows: counts } = await sql<VerdictCount>`with period (place, since, until) as (values ${sql.join(rows)})
    select period.place, claim.content_verdict_id as verdict_id, count(*) as count
    from period inner join claim on claim.closed_at >= period.since and claim.closed_at < period.until
    where claim.desk_id = ${desk_id} and claim.closed_at is not null
    group by period.place, claim.content_verdict_id`.execute(db);
  return counts;
}
