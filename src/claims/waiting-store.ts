// All SQL of the claims that wait for a person.
import { sql } from 'kysely';
import { articlesOf } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { rolesThatMay } from '#src/people/permissions.ts';

const WAITING_AT_MOST = 200;

const WAITING_COLUMNS = [
  ...(['article.number as article_number', 'article.title as article_title', 'article.language'] as const),
  ...(['article.time_zone', 'article.deadline_at'] as const),
  ...(['claim.number', 'claim.statement', 'claim.state', 'claim.state_line'] as const),
  ...(['claim.check_again', 'claim.due_at'] as const),
  ...(['verdict.colour', 'verdict.mark', 'verdict.desk_label', 'checker.display_name as checker_name'] as const),
] as const;

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
    .select(WAITING_COLUMNS)
    .where('article.role', 'in', rolesThatMay('be_assigned_work'))
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
