// All SQL of the claims that wait for a person.
import { type SelectQueryBuilder, sql } from 'kysely';
import type { Context } from '#src/context.ts';
import type { Database, Db } from '#src/database/schema.ts';
import { listDesksOf } from '#src/people/desk-store.ts';
import { rolesThatMay } from '#src/people/permissions.ts';

const WAITING_AT_MOST = 200;

const WAITING_COLUMNS = [
  ...(['article.number as article_number', 'article.title as article_title', 'article.language'] as const),
  ...(['desk.time_zone', 'article.deadline_at'] as const),
  ...(['claim.number', 'claim.statement', 'claim.state', 'claim.state_line'] as const),
  ...(['claim.check_again', 'claim.due_at'] as const),
  ...(['verdict.colour', 'verdict.mark', 'verdict.desk_label', 'checker.display_name as checker_name'] as const),
] as const;

/** The claims that wait for this person: theirs to check, back to them, or somebody else's to read second. Nearest deadline first. */
export async function listWaiting(ctx: Context, person_id: string) {
  const roles = rolesThatMay('be_assigned_work');
  const desks = (await listDesksOf(ctx)).filter(({ role }) => roles.includes(role));
  const waiting = desks
    .flatMap(({ id }) => [inHand(ctx.db, id, person_id), toRead(ctx.db, id, person_id)])
    .reduce<Waiting | undefined>((all, one) => all?.unionAll(one) ?? one, undefined);
  if (waiting === undefined) return [];
  return ctx.db
    .selectFrom(nearest(ctx.db.selectFrom(waiting.as('waiting')).selectAll()).as('waiting'))
    .innerJoin('claim', 'claim.id', 'waiting.id')
    .innerJoin('article', 'article.id', 'claim.article_id')
    .innerJoin('desk', 'desk.id', 'article.desk_id')
    .leftJoin('verdict', 'verdict.id', 'claim.content_verdict_id')
    .leftJoin('person as checker', 'checker.id', 'claim.checker_id')
    .select(WAITING_COLUMNS)
    .orderBy('waiting.due_key')
    .orderBy('waiting.article_id', 'desc')
    .orderBy('waiting.number')
    .execute();
}

type Order = { id: string; due_key: string | undefined; article_id: string; number: number };
type Waiting = SelectQueryBuilder<Database & { waiting: Order }, 'waiting', Order>;

/** By an index that holds only what is in hand, in the order in which it is due, so that no claim is read beyond those shown. */
function inHand(db: Db, desk_id: string, person_id: string): Waiting {
  const mine = inOrder(db)
    .where('claim.assignee_id', '=', person_id)
    .where('claim.desk_id', '=', desk_id)
    .where(sql<boolean>`claim.state in ('open', 'in_work', 'returned')`);
  return db.selectFrom(mine.as('waiting')).selectAll();
}

/** By such an index, too; what the person judged is passed over in it. */
function toRead(db: Db, desk_id: string, person_id: string): Waiting {
  const others = inOrder(db)
    .where('claim.desk_id', '=', desk_id)
    .where(sql<boolean>`claim.state = 'ready'`)
    .where('claim.checker_id', '<>', person_id);
  return db.selectFrom(others.as('waiting')).selectAll();
}

function inOrder(db: Db) {
  return db
    .selectFrom('claim')
    .select(['claim.id', 'claim.due_key', 'claim.article_id', 'claim.number'])
    .orderBy('claim.due_key')
    .orderBy('claim.article_id', 'desc')
    .orderBy('claim.number')
    .limit(WAITING_AT_MOST);
}

function nearest(all: Waiting): Waiting {
  return all
    .orderBy('waiting.due_key')
    .orderBy('waiting.article_id', 'desc')
    .orderBy('waiting.number')
    .limit(WAITING_AT_MOST);
}
