// The desks of the actor with the role in each: every finder of every subject joins this.
import { type AliasedExpression, sql } from 'kysely';
import type { Actor } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import type { DeskRole } from './tables.ts';

/** Who asks, as far as it says which desks are theirs. */
export interface Asker {
  db: Db;
  actor: Pick<Actor, 'kind' | 'id'>;
}

/**
 * The actor's desks as a table `mine` of desk_id and role, to be joined to whatever belongs to a desk:
 * `.innerJoin(deskIdsOf(ctx), 'mine.desk_id', 'article.desk_id').select('mine.role')`. The operator has all desks, as
 * `operator`; nobody has none.
 */
export function deskIdsOf(ctx: Asker): AliasedExpression<{ desk_id: string; role: DeskRole }, 'mine'> {
  if (ctx.actor.kind === 'operator')
    return ctx.db
      .selectFrom('desk')
      .select(['desk.id as desk_id', sql<DeskRole>`'operator'`.as('role')])
      .as('mine');
  return ctx.db
    .selectFrom('membership')
    .select(['membership.desk_id', (eb) => eb.ref('membership.role').$castTo<DeskRole>().as('role')])
    .where('membership.person_id', '=', ctx.actor.id ?? '')
    .as('mine');
}
