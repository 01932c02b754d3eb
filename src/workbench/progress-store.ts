// The SQL of how far articles are, for lists: one question each for all articles of a page, never one an article.
import { sql } from 'kysely';
import { articlesOf } from '#src/articles/store.ts';
import type { ClaimState } from '#src/claims/claim.ts';
import type { Context } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';

export interface ReadingProgress {
  article_id: string;
  total: number;
  unread: number;
  initialled: number;
}

/** For the latest version of each of these articles: sentences, those nobody read, those with initials. */
export async function countReading(db: Db, article_ids: string[]): Promise<ReadingProgress[]> {
  if (article_ids.length === 0) return [];
  const rows = await db
    .selectFrom('article')
    .innerJoin('version', (join) =>
      join.onRef('version.article_id', '=', 'article.id').onRef('version.number', '=', 'article.latest_version_number'),
    )
    .innerJoin('sentence', 'sentence.version_id', 'version.id')
    .leftJoin('initial', 'initial.sentence_id', 'sentence.id')
    .where('article.id', 'in', article_ids)
    .select((eb) => [
      'article.id as article_id',
      eb.fn.countAll().as('total'),
      sql<number>`sum(case when initial.sentence_id is not null then 1 else 0 end)`.as('initialled'),
      sql<number>`sum(case when initial.sentence_id is null
        and not exists (select 1 from tick where tick.version_id = version.id
          and tick."start" < sentence."end" and sentence."start" < tick."end")
        and not exists (select 1 from claim_anchor inner join claim on claim.id = claim_anchor.claim_id
          where claim_anchor.version_id = version.id and claim.state <> 'withdrawn'
          and claim_anchor."start" < sentence."end" and sentence."start" < claim_anchor."end")
        then 1 else 0 end)`.as('unread'),
    ])
    .groupBy('article.id')
    .execute();
  return rows.map((row) => ({
    article_id: row.article_id,
    total: Number(row.total),
    unread: Number(row.unread),
    initialled: Number(row.initialled),
  }));
}

export interface ClaimProgress {
  article_id: string;
  state: ClaimState;
  colour: string | null;
  count: number;
}

/** For each of these articles: how many claims stand in which state with which verdict's colour. */
export async function countClaims(db: Db, article_ids: string[]): Promise<ClaimProgress[]> {
  if (article_ids.length === 0) return [];
  const rows = await db
    .selectFrom('claim')
    .leftJoin('verdict', 'verdict.id', 'claim.content_verdict_id')
    .where('claim.article_id', 'in', article_ids)
    .where('claim.state', '<>', 'withdrawn')
    .select((eb) => [
      'claim.article_id',
      'claim.state',
      'verdict.colour',
      'verdict.position',
      eb.fn.countAll().as('count'),
    ])
    .groupBy(['claim.article_id', 'claim.state', 'verdict.colour', 'verdict.position'])
    .orderBy('verdict.position')
    .execute();
  return rows.map((row) => ({
    article_id: row.article_id,
    state: row.state,
    colour: row.colour,
    count: Number(row.count),
  }));
}

/** Who has claims of these articles in hand. */
export async function listHands(db: Db, article_ids: string[]) {
  if (article_ids.length === 0) return [];
  return db
    .selectFrom('claim')
    .innerJoin('person', 'person.id', 'claim.assignee_id')
    .where('claim.article_id', 'in', article_ids)
    .where('claim.state', '<>', 'withdrawn')
    .select(['claim.article_id', 'person.id', 'person.display_name', 'person.initials'])
    .distinct()
    .orderBy('person.display_name')
    .execute();
}

const WAITING_AT_MOST = 200;

/** The claims that wait for this person: theirs to check, back to them, or somebody else's to read second. Nearest deadline first. */
export function listWaiting(ctx: Context, person_id: string) {
  return ctx.db
    .selectFrom(articlesOf(ctx).as('article'))
    .innerJoin('claim', 'claim.article_id', 'article.id')
    .leftJoin('verdict', 'verdict.id', 'claim.content_verdict_id')
    .leftJoin('person as checker', 'checker.id', 'claim.checker_id')
    .innerJoin('version', (join) =>
      join.onRef('version.article_id', '=', 'article.id').onRef('version.number', '=', 'article.latest_version_number'),
    )
    .select([
      'article.number as article_number',
      'article.title as article_title',
      'article.language',
      'article.time_zone',
      'article.deadline_at',
      'claim.number',
      'claim.statement',
      'claim.state',
      'claim.state_line',
      'claim.check_again',
      'claim.due_at',
      'verdict.colour',
      'verdict.mark',
      'verdict.desk_label',
      'checker.display_name as checker_name',
    ])
    .where('article.role', '<>', 'guest')
    .where((eb) =>
      eb.or([
        eb.and([eb('claim.assignee_id', '=', person_id), eb('claim.state', 'in', ['open', 'in_work', 'returned'])]),
        eb.and([eb('claim.state', '=', 'ready'), eb('claim.checker_id', '<>', person_id)]),
      ]),
    )
    .orderBy((eb) => eb.fn.coalesce('claim.due_at', 'article.deadline_at', sql<string>`'9999'`))
    .orderBy('article.number', 'desc')
    .orderBy('claim.number')
    .limit(WAITING_AT_MOST)
    .execute();
}
