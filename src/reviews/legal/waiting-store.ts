// All SQL of what waits for Legal at the desks of somebody who clears.
import { sql } from 'kysely';
import { articlesOf } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { deskIdsOf } from '#src/people/membership.ts';
import { rolesThatMay } from '#src/people/permissions.ts';

export interface ForLegal {
  number: number;
  title: string;
  language: string;
  deadline_at: string | null;
  time_zone: string;
  /** The latest version is to be cleared as a whole. */
  is_whole: boolean;
  /** How many claims are held and not cleared since. */
  held: number;
}

const MOST_WAITING = 50;

/** The articles in which something waits for the actor as Legal, nearest deadline first; none for anybody else. */
export async function listForLegal(ctx: Context): Promise<ForLegal[]> {
  const rows = await articlesOf(ctx)
    .clearSelect()
    .select(['article.number', 'article.title', 'article.language', 'article.deadline_at', 'desk.time_zone'])
    .select([IS_WHOLE.as('is_whole'), HELD.as('held')])
    .where('mine.role', 'in', rolesThatMay('clear_for_legal'))
    .where('article.id', 'in', mayWait(ctx))
    .where('article.put_away_at', 'is', null)
    .where(sql<boolean>`(${IS_WHOLE} = 1 or ${HELD} > 0)`)
    .orderBy('article.deadline_at', (order) => order.asc().nullsLast())
    .orderBy('article.number')
    .limit(MOST_WAITING)
    .execute();
  return rows.map((row) => ({ ...row, is_whole: Number(row.is_whole) === 1, held: Number(row.held) }));
}

const IS_WHOLE = sql<number>`case when article.needs_legal = 1 and not exists (
  select 1 from legal_clearance inner join version on version.id = legal_clearance.version_id
  where legal_clearance.article_id = article.id and legal_clearance.claim_id is null
    and legal_clearance.lifted_at is null and version.number = article.latest_version_number) then 1 else 0 end`;

const HELD = sql<number>`(select count(distinct legal_hold.claim_id) from legal_hold
  inner join claim on claim.id = legal_hold.claim_id
  where legal_hold.article_id = article.id and (claim.state <> 'withdrawn' or exists (
    select 1 from claim_anchor inner join version on version.id = claim_anchor.version_id
    where claim_anchor.claim_id = claim.id and version.number = article.latest_version_number
      and claim_anchor.start is not null)) and not exists (
    select 1 from legal_clearance where legal_clearance.claim_id = legal_hold.claim_id
      and legal_clearance.lifted_at is null))`;

/** The articles of the actor's desks that have to do with Legal, by an index each: the others are not looked at. */
function mayWait(ctx: Context) {
  const whole = ctx.db
    .selectFrom('article')
    .innerJoin(deskIdsOf(ctx), 'mine.desk_id', 'article.desk_id')
    .select('article.id')
    .where('mine.role', 'in', rolesThatMay('clear_for_legal'))
    .where(sql<boolean>`article.needs_legal = 1`);
  const held = ctx.db
    .selectFrom('legal_hold')
    .innerJoin(deskIdsOf(ctx), 'mine.desk_id', 'legal_hold.desk_id')
    .select('legal_hold.article_id as id')
    .where('mine.role', 'in', rolesThatMay('clear_for_legal'));
  return whole.unionAll(held);
}
