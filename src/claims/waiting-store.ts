// All SQL of the claims that wait for a person.
import { sql } from 'kysely';
import type { Context } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';
import { listDesksOf } from '#src/people/desk-store.ts';
import { may } from '#src/people/permissions.ts';

const WAITING_AT_MOST = 200;

const WAITING_COLUMNS = [
  ...(['article.number as article_number', 'article.title as article_title', 'article.language'] as const),
  ...(['desk.time_zone', 'article.deadline_at'] as const),
  ...(['claim.number', 'claim.statement', 'claim.state', 'claim.state_line'] as const),
  ...(['claim.check_again', 'claim.due_at', 'claim.due_key', 'claim.article_id'] as const),
  ...(['verdict.colour', 'verdict.mark', 'verdict.desk_label', 'checker.display_name as checker_name'] as const),
] as const;

/**
 * The claims that wait for this person: theirs to check, back to them, or somebody else's to read second. Nearest deadline
 * first, else the newest article. A question for each desk at which they work.
 */
export async function listWaiting(ctx: Context, person_id: string) {
  const desks = (await listDesksOf(ctx)).filter(({ role }) => may(role, 'be_assigned_work'));
  const found: Waiting[] = [];
  for (const { id: desk_id } of desks) found.push(...(await waitingAt(ctx.db, { desk_id, person_id })));
  return (desks.length > 1 ? found.sort(byDue) : found).slice(0, WAITING_AT_MOST);
}

type Waiting = Awaited<ReturnType<typeof waitingAt>>[number];

function byDue(one: Waiting, other: Waiting): number {
  const [due, others_due] = [one.due_key ?? '', other.due_key ?? ''];
  if (due !== others_due) return due < others_due ? -1 : 1;
  if (one.article_id !== other.article_id) return one.article_id < other.article_id ? 1 : -1;
  return one.number - other.number;
}

type Whose = { desk_id: string; person_id: string };

const waitingAt = statement((db, whose: Whose) =>
  db
    .selectFrom(nearestOf(db, whose).as('waiting'))
    .innerJoin('claim', 'claim.id', 'waiting.id')
    .innerJoin('article', 'article.id', 'claim.article_id')
    .innerJoin('desk', 'desk.id', 'article.desk_id')
    .leftJoin('verdict', 'verdict.id', 'claim.content_verdict_id')
    .leftJoin('person as checker', 'checker.id', 'claim.checker_id')
    .select(WAITING_COLUMNS)
    .orderBy('waiting.due_key')
    .orderBy('waiting.article_id', 'desc')
    .orderBy('waiting.number'),
);

/**
 * By two indexes that hold only what waits, each in the order in which it is due, so that no claim is read beyond those that
 * are shown; what the person judged is passed over in the second.
 */
function nearestOf(db: Db, { desk_id, person_id }: Whose) {
  const in_hand = inOrder(db)
    .where('claim.assignee_id', '=', person_id)
    .where('claim.desk_id', '=', desk_id)
    .where(sql<boolean>`claim.state in ('open', 'in_work', 'returned')`);
  const to_read = inOrder(db)
    .where('claim.desk_id', '=', desk_id)
    .where(sql<boolean>`claim.state = 'ready'`)
    .where('claim.checker_id', '<>', person_id);
  const both = db
    .selectFrom(in_hand.as('waiting'))
    .selectAll()
    .unionAll(db.selectFrom(to_read.as('waiting')).selectAll());
  return db
    .selectFrom(both.as('waiting'))
    .selectAll()
    .orderBy('waiting.due_key')
    .orderBy('waiting.article_id', 'desc')
    .orderBy('waiting.number')
    .limit(WAITING_AT_MOST);
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
