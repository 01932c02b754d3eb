// All SQL of the claims that wait for a person.
import { sql } from 'kysely';
import { articlesOf } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { deskIdsOf } from '#src/people/membership.ts';
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
    .selectFrom(nearestOf(ctx, person_id).as('waiting'))
    .innerJoin('claim', (join) =>
      join.onRef('claim.article_id', '=', 'waiting.article_id').onRef('claim.number', '=', 'waiting.number'),
    )
    .innerJoin(articlesOf(ctx).as('article'), 'article.id', 'claim.article_id')
    .leftJoin('verdict', 'verdict.id', 'claim.content_verdict_id')
    .leftJoin('person as checker', 'checker.id', 'claim.checker_id')
    .select(WAITING_COLUMNS)
    .orderBy('waiting.due')
    .orderBy('article.number', 'desc')
    .orderBy('claim.number')
    .execute();
}

/** Those that are shown, found among all that wait before anything else is read of them. */
function nearestOf(ctx: Context, person_id: string) {
  const due = sql<string>`coalesce(waiting.due_at, article.deadline_at, '9999')`;
  return ctx.db
    .selectFrom(waitingFor(ctx, person_id).as('waiting'))
    .innerJoin('article', 'article.id', 'waiting.article_id')
    .innerJoin(deskIdsOf(ctx), 'mine.desk_id', 'article.desk_id')
    .select(['waiting.article_id', 'waiting.number', due.as('due')])
    .where('mine.role', 'in', rolesThatMay('be_assigned_work'))
    .orderBy(due)
    .orderBy('article.number', 'desc')
    .orderBy('waiting.number')
    .limit(WAITING_AT_MOST);
}

/**
 * By two indexes of what is still to be done, whose conditions are spelt out here, too: among all claims there ever were, one
 * condition with an "or" would find neither.
 */
function waitingFor(ctx: Context, person_id: string) {
  const theirs = ctx.db
    .selectFrom('claim')
    .select(['claim.article_id', 'claim.due_at', 'claim.number'])
    .where('claim.assignee_id', '=', person_id)
    .where(sql<boolean>`claim.state in ('open', 'in_work', 'returned')`);
  const to_read = ctx.db
    .selectFrom('claim')
    .innerJoin(deskIdsOf(ctx), 'mine.desk_id', 'claim.desk_id')
    .select(['claim.article_id', 'claim.due_at', 'claim.number'])
    .where(sql<boolean>`claim.state = 'ready'`)
    .where('claim.checker_id', '<>', person_id);
  return theirs.unionAll(to_read);
}
