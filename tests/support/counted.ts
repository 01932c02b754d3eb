// What is counted whenever a row changes, held against what is counted now.
import assert from 'node:assert/strict';
import { sql } from 'kysely';
import type { Db } from '#src/database/schema.ts';

const WAITS = sql`select desk_id, article_id, assignee_id as person_id, 'in_hand' as kind, due_key, count(*) as claims from claim
    where state in ('open', 'in_work', 'returned') and assignee_id is not null and is_put_away = 0
    group by desk_id, article_id, assignee_id, due_key
  union all select desk_id, article_id, checker_id, 'ready', due_key, count(*) from claim
    where state = 'ready' and checker_id is not null and same_as_id is null and is_put_away = 0
    group by desk_id, article_id, checker_id, due_key`;

const LISTED = sql`select id, case when put_away_at is not null then 'put_away'
    when id in (select report.article_id from report join version on version.id = report.version_id
      where version.number = article.latest_version_number)
    and id not in (select article_id from complaint where answered_at is null) then 'signed'
    else 'in_work' end as listed_as from article`;

/** Fails where my desk or the list of articles would say other numbers than there are. */
export async function assertCounted(db: Db): Promise<void> {
  const counted = await sql<object>`${WAITS} order by 1, 2, 3, 4, 5`.execute(db);
  const kept = await sql<object>`select desk_id, article_id, person_id, kind, due_key, claims from claim_waiting
    order by 1, 2, 3, 4, 5`.execute(db);
  const wrong = await sql<{ id: string }>`select article.id, article.listed_as from article join (${LISTED}) as now
    on now.id = article.id where now.listed_as <> article.listed_as`.execute(db);
  assert.deepEqual(wrong.rows, [], 'articles are listed otherwise than they stand');
  assert.deepEqual(kept.rows, counted.rows, 'claim_waiting is not what the claims say');
}
